// Reads a weight file (docs/model.md) in place, from memory: an embedded asset or a file's bytes.
//
//   WIREROOM_TRY(file, WeightFile::open(bytes));
//   WIREROOM_TRY(hidden, file.number("encoder", "hidden", 16, 4096));
//   WIREROOM_TRY(bias, file.tensor("head.upos.bias", 1, 17));
//   bias.copy_row(0, floats);
//
// open() verifies magic, format, checksum, every tensor's bounds and name, and that all floats are finite: later
// accesses cannot leave the file, whatever it holds. The bytes need no alignment and must outlive the object.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace wireroom {

class WeightFile {
 public:
  enum class Type { f32, i8, text };

  struct Tensor {
    Type type = Type::f32;
    std::size_t rows = 0, columns = 0;
    std::string_view data, scales;

    // Values of a row, dequantised, to `out` with a distance of `stride`. Not for text.
    void copy_row(std::size_t row, float* out, std::size_t stride = 1) const;
    [[nodiscard]] float scale(std::size_t row) const;               // of i8
    [[nodiscard]] const std::int8_t* bytes(std::size_t row) const;  // of i8
  };

  [[nodiscard]] static Result<WeightFile> open(std::string_view bytes);

  // The cells after the key of the first line with this key and, if `first` is given, with this first cell (which is
  // then left out). Error if there is none.
  [[nodiscard]] Result<std::vector<std::string_view>> line(std::string_view key, std::string_view first = {}) const;
  [[nodiscard]] bool has_line(std::string_view key, std::string_view first = {}) const;
  // The number in a cell `name=NUMBER` of the line `key`; error outside of [least, most].
  [[nodiscard]] Result<std::size_t> number(std::string_view key, std::string_view name, std::size_t least,
                                           std::size_t most) const;
  // A tensor of numbers of this size.
  [[nodiscard]] Result<Tensor> tensor(std::string_view name, std::size_t rows, std::size_t columns) const;
  [[nodiscard]] Result<std::string_view> text(std::string_view name) const;

 private:
  [[nodiscard]] Status read_header(std::string_view file, std::string_view header);
  [[nodiscard]] Status read_tensor(std::string_view file, const std::vector<std::string_view>& cells,
                                   std::size_t first);

  std::vector<std::vector<std::string_view>> lines_;
  std::map<std::string_view, Tensor> tensors_;
};

}  // namespace wireroom
