// Words to pieces of BERT's uncased vocabulary. Shared by training and inference.
// Method: Devlin et al. 2019 (greedy longest match first), applied to each word of the treebank's tokens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wireroom {

class Wordpiece {
 public:
  static constexpr std::size_t kMostPiecesOfWord = 16;

  // `vocabulary`: pieces joined by '\n', the number of a piece is its line from 0. Views into `vocabulary` are kept: it
  // must outlive the object.
  explicit Wordpiece(std::string_view vocabulary);

  // Appends the numbers of the word's pieces, between one and kMostPiecesOfWord. `scratch` is reused memory.
  void encode(std::string_view form, std::string& scratch, std::vector<std::int32_t>& pieces) const;

  [[nodiscard]] std::int32_t size() const { return size_; }
  [[nodiscard]] std::int32_t unknown() const { return unknown_; }
  [[nodiscard]] std::int32_t begin() const { return begin_; }  // [CLS]
  [[nodiscard]] std::int32_t end() const { return end_; }      // [SEP]

 private:
  struct Slot {
    const char* text = nullptr;
    std::uint32_t size = 0;
    std::int32_t number = -1;
  };
  [[nodiscard]] std::int32_t find(std::string_view piece, bool continues) const;
  void encode_part(std::string_view part, std::size_t most, std::vector<std::int32_t>& pieces) const;

  std::vector<Slot> begins_, continues_;  // open addressing, sizes are powers of two
  std::size_t longest_ = 0;
  std::int32_t size_ = 0, unknown_ = 0, begin_ = 0, end_ = 0;
};

}  // namespace wireroom
