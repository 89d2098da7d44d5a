#include "input/bytes.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace wireroom {
namespace {

constexpr std::size_t kPiece = 64U << 10;

gzFile gz(void* file) { return static_cast<gzFile>(file); }

}  // namespace

void ByteSource::Close::operator()(void* file) const { gzclose_r(gz(file)); }

Result<ByteSource> ByteSource::open(const std::string& path) {
  gzFile file = path == "-" ? gzdopen(0, "rb") : gzopen(path.c_str(), "rb");
  if (!file)
    return Error{ErrorKind::input,
                 fmt::format("{}: cannot be opened ({}); check name and rights", path, std::strerror(errno))};
  gzbuffer(file, kPiece);
  return ByteSource(path, file);
}

Result<bool> ByteSource::more() {
  if (ended_) return false;
  if (at_ > 0) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  const std::size_t before = buffer_.size();
  buffer_.resize(before + kPiece);
  errno = 0;
  const int got = gzread(gz(file_.get()), buffer_.data() + before, kPiece);
  buffer_.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
  if (got <= 0) ended_ = true;
  int code = Z_OK;
  std::string_view what = gzerror(gz(file_.get()), &code);
  if (what.starts_with(path_ + ": ")) what.remove_prefix(path_.size() + 2);
  if (got < 0 || (got == 0 && code != Z_OK && code != Z_STREAM_END))
    return Error{ErrorKind::input, fmt::format("{}: cannot be read to its end ({}); is the file whole?", path_,
                                               errno ? std::strerror(errno) : what)};
  total_ += static_cast<std::size_t>(got);
  if (gzdirect(gz(file_.get())) == 0 && total_ > (10U << 20)) {
    const auto packed = static_cast<std::size_t>(std::max<z_off_t>(gzoffset(gz(file_.get())), 1));
    if (total_ / packed > kMostRatio) {
      ended_ = true;
      buffer_.clear();
      return Error{ErrorKind::input,
                   fmt::format("{}: unpacks to more than {} times its size; unpack it yourself if it is what you want",
                               path_, kMostRatio)};
    }
  }
  return got > 0;
}

// What is read ahead, in the buffer, is not given yet; of a packed file it counts for its share.
std::uint64_t ByteSource::position() const {
  const std::uint64_t given = total_ - (buffer_.size() - at_);
  if (total_ == 0 || gzdirect(gz(file_.get())) != 0) return given;
  const double packed = static_cast<double>(std::max<z_off_t>(gzoffset(gz(file_.get())), 0));
  return static_cast<std::uint64_t>(packed * static_cast<double>(given) / static_cast<double>(total_));
}

Result<std::string_view> ByteSource::head() {
  constexpr const char* kBlanks = " \t\r\n";
  buffer_.erase(0, std::exchange(at_, 0));
  std::size_t begin = buffer_.find_first_not_of(kBlanks, at_);
  while (buffer_.size() - at_ < kPiece || (begin == std::string::npos && buffer_.size() - at_ < kMostBlanks)) {
    auto read = more();
    if (!read) {
      if (buffer_.size() == at_) return read.error();
      broken_ = read.error();
      break;
    }
    if (!*read) break;
    if (begin == std::string::npos) begin = buffer_.find_first_not_of(kBlanks, at_);
  }
  if (begin == std::string::npos || begin < at_ + kPiece) begin = at_;
  return std::string_view(buffer_).substr(begin, kPiece);
}

Error ByteSource::damaged() {
  Error error = *std::exchange(broken_, std::nullopt);
  buffer_.clear();  // half a line, half a report
  at_ = 0;
  return error;
}

std::string ByteSource::taken(std::size_t end, std::size_t skipped) {
  if (end - at_ < kPiece) {
    std::string bytes = buffer_.substr(at_, end - at_);
    at_ = end + skipped;
    return bytes;
  }
  std::string behind = buffer_.substr(end + skipped);
  buffer_.resize(end);
  buffer_.erase(0, std::exchange(at_, 0));
  return std::exchange(buffer_, std::move(behind));
}

std::optional<Result<std::string>> ByteSource::line(std::size_t most) {
  std::size_t searched = at_;
  bool too_long = false;
  for (;;) {
    const std::size_t end = buffer_.find('\n', searched);
    if (end != std::string::npos) {
      if (too_long) at_ = end;
      std::string line = taken(end, 1);
      ++lines_;
      if (too_long || line.size() > most)
        return Error{ErrorKind::input,
                     fmt::format("{}:{}: the line has more than {} MB; split the report", path_, lines_, most >> 20)};
      return line;
    }
    if (buffer_.size() - at_ > most) {
      too_long = true;
      at_ = buffer_.size();
    }
    searched = buffer_.size() - at_;  // more() moves what is left to the front
    auto read = more();
    if (!read) broken_ = read.error();
    if (!read || !*read) break;
  }
  if (broken_) return damaged();
  if (at_ >= buffer_.size() && !too_long) return std::nullopt;
  std::string line = taken(buffer_.size(), 0);
  ++lines_;
  if (too_long)
    return Error{ErrorKind::input,
                 fmt::format("{}:{}: the line has more than {} MB; split the report", path_, lines_, most >> 20)};
  return line;
}

Result<std::string> ByteSource::rest(std::size_t most) {
  for (;;) {
    if (buffer_.size() - at_ > most)
      return Error{ErrorKind::input,
                   fmt::format("{}: more than {} MB of text in one report; split it", path_, most >> 20)};
    auto read = more();
    if (!read) broken_ = read.error();
    if (!read || !*read) break;
  }
  if (broken_) return damaged();
  return taken(buffer_.size(), 0);
}

}  // namespace wireroom
