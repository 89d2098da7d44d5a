// Writes weight files (docs/model.md) for the trainer's export and for tests. The reader is model/weight_file.h.
//
//   WeightFileWriter writer;
//   writer.add_line("model", {"base"});
//   writer.add_line("sizes", {"arc=192", "relation=96"});
//   writer.add_line("labels", {"upos", "ADJ", "ADP"});
//   writer.add_i8("head.upos.weight", 17, 384, weight);   // floats, quantised here
//   writer.add_f32("head.upos.bias", 1, 17, bias);
//   Status status = writer.write("models/base.weights");
//
// Same calls, same bytes. A mistake of the caller (a tab in a value, a size that does not match) is kept and returned
// by write() and bytes().
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace wireroom {

class WeightFileWriter {
 public:
  // A header line `key TAB value…`. Values are not empty and hold no tab and no line break.
  void add_line(std::string_view key, const std::vector<std::string>& values);
  // data.size() == rows * columns, row after row.
  void add_f32(std::string_view name, std::size_t rows, std::size_t columns, std::span<const float> data);
  // A matrix that is multiplied: each row is quantised so that it fits the kernels (byte_row.h), by the function that
  // the program would use on it when it loads; what is measured on the file is what the program computes.
  void add_i8(std::string_view name, std::size_t rows, std::size_t columns, std::span<const float> data);
  // Rows that are looked up: scale of a row = its greatest absolute value / 127, each value rounded to the nearest
  // (even on ties). Nearer to the values than add_i8, whose rows must leave room for sums.
  void add_i8_lookup(std::string_view name, std::size_t rows, std::size_t columns, std::span<const float> data);
  void add_text(std::string_view name, std::string_view text);

  [[nodiscard]] Result<std::string> bytes() const;
  [[nodiscard]] Status write(const std::string& path) const;

 private:
  struct Tensor {
    std::string name;
    const char* type = "";
    std::size_t rows = 0, columns = 0;
    std::string data;    // as it stands in the file
    std::string scales;  // of i8, else empty
  };
  using QuantiseRow = float (*)(const float* values, std::size_t size, std::int8_t* bytes);  // returns the scale
  void add_bytes(std::string_view name, std::size_t rows, std::size_t columns, std::span<const float> data,
                 QuantiseRow quantise);
  void check(bool right, std::string_view name, std::string_view what);
  [[nodiscard]] std::string header(std::size_t data_begin) const;

  std::string lines_;
  std::vector<Tensor> tensors_;
  std::string mistake_;
};

}  // namespace wireroom
