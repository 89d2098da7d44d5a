// Files and standard input, plain or gzip, in pieces.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace wireroom {

class ByteSource {
 public:
  static constexpr std::size_t kMostBytes = 256U << 20;  // of one gzip file, decompressed, that is read as one text
  static constexpr std::size_t kMostRatio = 200;         // decompressed to compressed, after the first 10 MB
  static constexpr std::size_t kMostBlanks = 16U << 20;  // before the first sign

  // `path`: a file or "-".
  static Result<ByteSource> open(const std::string& path);

  // Up to 64 KiB from the beginning, or from the first sign if nothing but blanks stands before it (up to 16 MB of
  // them), without consuming anything. A file that is damaged further on gives what stands before the damage.
  Result<std::string_view> head();
  // The next line without its end; nothing at the end of the input. A line over `most` bytes is passed over whole and
  // reported as an error of that line. Damage of the file is an error after the last whole line.
  std::optional<Result<std::string>> line(std::size_t most);
  // All that is left; an error if it is more than `most` bytes.
  Result<std::string> rest(std::size_t most);
  // How much of the file's own bytes (of a packed one: the packed bytes) the lines and texts given so far took.
  [[nodiscard]] std::uint64_t position() const;
  // Number of the line that line() returned last, from 1.
  [[nodiscard]] std::size_t line_number() const { return lines_; }

 private:
  struct Close {
    void operator()(void* file) const;
  };
  ByteSource(std::string path, void* file) : path_(std::move(path)), file_(file) {}
  // Reads more into the buffer; false at the end of the input.
  Result<bool> more();
  // The bytes at_ .. end of the buffer, which then begins `skipped` bytes behind them. Long ones are not copied.
  std::string taken(std::size_t end, std::size_t skipped);
  // Gives the error that broken_ holds, once; what was read of a line or report before it is lost.
  Error damaged();

  std::string path_;
  std::unique_ptr<void, Close> file_;  // gzFile
  std::string buffer_;
  std::optional<Error> broken_;  // met while reading ahead, not told yet
  std::size_t at_ = 0, total_ = 0, lines_ = 0;
  bool ended_ = false;
};

}  // namespace wireroom
