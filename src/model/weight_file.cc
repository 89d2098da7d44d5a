#include "model/weight_file.h"

#include <charconv>
#include <cmath>
#include <cstring>

#include "model/weight_format.h"

namespace wireroom {
namespace {

constexpr std::size_t kMostCells = std::size_t{1} << 31;  // of a tensor: no product of sizes overflows

Error damaged(const std::string& what) {
  return {ErrorKind::data, "weight file: " + what + "; the file is damaged or cut short, install or download it again"};
}

template <typename T>
T read(std::string_view bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

bool parse_number(std::string_view text, std::size_t& value) {
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  return !text.empty() && result.ec == std::errc() && result.ptr == text.data() + text.size();
}

std::vector<std::string_view> cut(std::string_view line) {
  std::vector<std::string_view> cells;
  for (std::size_t at = 0;;) {
    const std::size_t tab = line.find('\t', at);
    cells.push_back(line.substr(at, tab - at));
    if (tab == std::string_view::npos) return cells;
    at = tab + 1;
  }
}

bool all_finite(std::string_view floats) {
  bool finite = true;
  for (std::size_t at = 0; at + sizeof(float) <= floats.size(); at += sizeof(float))
    finite &= std::isfinite(read<float>(floats, at));
  return finite;
}

// The bytes at an offset that is written in the header; false if they do not lie behind it and within the file.
bool bytes_at(std::string_view file, std::string_view cell, std::size_t first, std::size_t size,
              std::string_view& bytes) {
  std::size_t offset = 0;
  if (!parse_number(cell, offset) || offset % weight_format::kAlignment != 0) return false;
  if (offset < first || offset > file.size() || size > file.size() - offset) return false;
  bytes = file.substr(offset, size);
  return true;
}

}  // namespace

void WeightFile::Tensor::copy_row(std::size_t row, float* out, std::size_t stride) const {
  if (type == Type::i8) {
    const std::int8_t* from = bytes(row);
    const float factor = scale(row);
    for (std::size_t i = 0; i < columns; ++i) out[i * stride] = static_cast<float>(from[i]) * factor;
  } else {
    for (std::size_t i = 0; i < columns; ++i) out[i * stride] = read<float>(data, (row * columns + i) * sizeof(float));
  }
}

float WeightFile::Tensor::scale(std::size_t row) const { return read<float>(scales, row * sizeof(float)); }

const std::int8_t* WeightFile::Tensor::bytes(std::size_t row) const {
  return reinterpret_cast<const std::int8_t*>(data.data()) + row * columns;
}

Result<WeightFile> WeightFile::open(std::string_view bytes) {
  using namespace weight_format;  // NOLINT: constants of the format
  if (!bytes.starts_with(kMagic))
    return Error{ErrorKind::data, "weight file: it does not begin with WIREROOM; this is not a weight file"};
  if (bytes.size() < kHeaderBegin) return damaged("it ends within its first bytes");
  const auto format = read<std::uint32_t>(bytes, 8);
  if (format != kFormat) {
    return Error{ErrorKind::data, "weight file: its format is " + std::to_string(format) + ", this program reads " +
                                      std::to_string(kFormat) + "; use the file that came with the program"};
  }
  const std::size_t header_size = read<std::uint32_t>(bytes, 12);
  if (header_size > bytes.size() - kHeaderBegin) return damaged("its header does not fit");
  if (bytes.size() % kAlignment != 0) return damaged("its end is missing");
  if (checksum(bytes.substr(kHeaderBegin)) != read<std::uint64_t>(bytes, 16)) return damaged("its checksum is wrong");
  WeightFile file;
  const Status status = file.read_header(bytes, bytes.substr(kHeaderBegin, header_size));
  if (!status) return status.error();
  return file;
}

Status WeightFile::read_header(std::string_view file, std::string_view header) {
  const std::size_t first = weight_format::kHeaderBegin + header.size();
  for (std::size_t at = 0; at < header.size();) {
    const std::size_t end = std::min(header.find('\n', at), header.size());
    const std::string_view line = header.substr(at, end - at);
    at = end + 1;
    if (line.empty()) continue;
    std::vector<std::string_view> cells = cut(line);
    if (cells[0] == "tensor") {
      const Status status = read_tensor(file, cells, first);
      if (!status) return status.error();
    } else {
      lines_.push_back(std::move(cells));
    }
  }
  // The header's length stands before the checksum and is not part of it: the first tensor must begin where it ends.
  for (const auto& [name, tensor] : tensors_)
    if (tensor.data.data() == file.data() + first) return Done{};
  return damaged("its header is too short or too long");
}

Status WeightFile::read_tensor(std::string_view file, const std::vector<std::string_view>& cells, std::size_t first) {
  const std::string name = cells.size() > 1 ? std::string(cells[1]) : "without a name";
  if (cells.size() < 6) return damaged("tensor " + name + " lacks its type, sizes or place");
  Tensor tensor;
  std::size_t width = 1;
  if (cells[2] == "f32") {
    width = sizeof(float);
  } else if (cells[2] == "i8") {
    tensor.type = Type::i8;
  } else if (cells[2] == "text") {
    tensor.type = Type::text;
  } else {
    return damaged("tensor " + name + " has an unknown type");
  }
  if (!parse_number(cells[3], tensor.rows) || !parse_number(cells[4], tensor.columns) || tensor.rows > kMostCells ||
      tensor.columns > kMostCells || (tensor.columns > 0 && tensor.rows > kMostCells / tensor.columns))
    return damaged("tensor " + name + " has impossible sizes");
  if (!bytes_at(file, cells[5], first, tensor.rows * tensor.columns * width, tensor.data))
    return damaged("tensor " + name + " does not lie within the file");
  if (tensor.type == Type::i8 &&
      (cells.size() < 7 || !bytes_at(file, cells[6], first, tensor.rows * sizeof(float), tensor.scales)))
    return damaged("the scales of tensor " + name + " do not lie within the file");
  if (!all_finite(tensor.type == Type::f32 ? tensor.data : tensor.scales))
    return damaged("tensor " + name + " holds a value that is not finite");
  if (!tensors_.emplace(cells[1], tensor).second) return damaged("tensor " + name + " comes twice");
  return Done{};
}

Result<std::vector<std::string_view>> WeightFile::line(std::string_view key, std::string_view first) const {
  for (const auto& cells : lines_) {
    if (cells[0] != key) continue;
    if (first.empty()) return std::vector<std::string_view>(cells.begin() + 1, cells.end());
    if (cells.size() > 1 && cells[1] == first) return std::vector<std::string_view>(cells.begin() + 2, cells.end());
  }
  return damaged("its header has no line " + std::string(key) + " " + std::string(first));
}

bool WeightFile::has_line(std::string_view key, std::string_view first) const {
  for (const auto& cells : lines_)
    if (cells[0] == key && (first.empty() || (cells.size() > 1 && cells[1] == first))) return true;
  return false;
}

Result<std::size_t> WeightFile::number(std::string_view key, std::string_view name, std::size_t least,
                                       std::size_t most) const {
  WIREROOM_TRY(cells, line(key));
  for (const std::string_view cell : cells) {
    if (!cell.starts_with(name) || cell.substr(name.size(), 1) != "=") continue;
    std::size_t value = 0;
    if (parse_number(cell.substr(name.size() + 1), value) && value >= least && value <= most) return value;
    return damaged("its header says " + std::string(cell) + ", which cannot be");
  }
  return damaged("its header does not say " + std::string(name));
}

Result<WeightFile::Tensor> WeightFile::tensor(std::string_view name, std::size_t rows, std::size_t columns) const {
  const auto found = tensors_.find(name);
  if (found == tensors_.end() || found->second.type == Type::text)
    return damaged("tensor " + std::string(name) + " is missing");
  const Tensor& tensor = found->second;
  if (tensor.rows != rows || tensor.columns != columns) {
    return damaged("tensor " + std::string(name) + " has " + std::to_string(tensor.rows) + " x " +
                   std::to_string(tensor.columns) + " values instead of " + std::to_string(rows) + " x " +
                   std::to_string(columns));
  }
  return tensor;
}

Result<std::string_view> WeightFile::text(std::string_view name) const {
  const auto found = tensors_.find(name);
  if (found == tensors_.end() || found->second.type != Type::text)
    return damaged("text " + std::string(name) + " is missing");
  return found->second.data;
}

}  // namespace wireroom
