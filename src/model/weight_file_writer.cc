#include "model/weight_file_writer.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <fstream>

#include "model/byte_row.h"
#include "model/weight_format.h"

namespace wireroom {
namespace {

using weight_format::aligned;

static_assert(std::endian::native == std::endian::little, "weight files are little-endian and read in place");

std::string raw(std::span<const float> data) { return {reinterpret_cast<const char*>(data.data()), data.size_bytes()}; }

template <typename T>
void put(std::string& out, std::size_t at, T value) {
  std::memcpy(out.data() + at, &value, sizeof value);
}

float quantise_to_full_range(const float* values, std::size_t size, std::int8_t* bytes) {
  float greatest = 0;
  for (std::size_t i = 0; i < size; ++i) greatest = std::max(greatest, std::fabs(values[i]));
  const float scale = greatest / 127.0F;
  if (scale == 0) return 0;  // the bytes are 0
  for (std::size_t i = 0; i < size; ++i) {
    const float rounded = std::nearbyint(values[i] / scale);  // to even on ties, the default mode
    bytes[i] = static_cast<std::int8_t>(std::clamp(rounded, -127.0F, 127.0F));
  }
  return scale;
}

bool is_cell(std::string_view value) {
  return !value.empty() && value.find_first_of("\t\r\n") == std::string_view::npos;
}

}  // namespace

void WeightFileWriter::check(bool right, std::string_view name, std::string_view what) {
  if (right || !mistake_.empty()) return;
  mistake_.append(name).append(": ").append(what);
}

void WeightFileWriter::add_line(std::string_view key, const std::vector<std::string>& values) {
  check(is_cell(key) && key != "tensor", key, "not a key of a header line");
  lines_ += key;
  for (const std::string& value : values) {
    check(is_cell(value), key, "a value is empty or holds a tab or a line break");
    lines_ += '\t';
    lines_ += value;
  }
  lines_ += '\n';
}

void WeightFileWriter::add_f32(std::string_view name, std::size_t rows, std::size_t columns,
                               std::span<const float> data) {
  check(is_cell(name) && data.size() == rows * columns, name, "the number of values is not rows x columns");
  check(std::all_of(data.begin(), data.end(), [](float x) { return std::isfinite(x); }), name, "a value is not finite");
  tensors_.push_back({std::string(name), "f32", rows, columns, raw(data), ""});
}

void WeightFileWriter::add_bytes(std::string_view name, std::size_t rows, std::size_t columns,
                                 std::span<const float> data, QuantiseRow quantise) {
  check(is_cell(name) && data.size() == rows * columns, name, "the number of values is not rows x columns");
  check(std::all_of(data.begin(), data.end(), [](float x) { return std::isfinite(x); }), name, "a value is not finite");
  if (!mistake_.empty()) return;
  std::string bytes(data.size(), '\0');
  std::vector<float> scales(rows);
  for (std::size_t row = 0; row < rows; ++row)
    scales[row] =
        quantise(data.data() + row * columns, columns, reinterpret_cast<std::int8_t*>(bytes.data() + row * columns));
  tensors_.push_back({std::string(name), "i8", rows, columns, std::move(bytes), raw(scales)});
}

void WeightFileWriter::add_i8(std::string_view name, std::size_t rows, std::size_t columns,
                              std::span<const float> data) {
  add_bytes(name, rows, columns, data, quantise_row);
}

void WeightFileWriter::add_i8_lookup(std::string_view name, std::size_t rows, std::size_t columns,
                                     std::span<const float> data) {
  add_bytes(name, rows, columns, data, quantise_to_full_range);
}

void WeightFileWriter::add_text(std::string_view name, std::string_view text) {
  check(is_cell(name), name, "not a name");
  tensors_.push_back({std::string(name), "text", text.size(), 1, std::string(text), ""});
}

// The header with the offsets that follow if the first tensor stands at `data_begin`.
std::string WeightFileWriter::header(std::size_t data_begin) const {
  std::string out = lines_;
  std::size_t at = data_begin;
  const auto place = [&](const std::string& data) {
    out += '\t' + std::to_string(at);
    at = aligned(at + data.size());
  };
  for (const Tensor& tensor : tensors_) {
    out += "tensor\t" + tensor.name + '\t' + tensor.type + '\t' + std::to_string(tensor.rows) + '\t' +
           std::to_string(tensor.columns);
    place(tensor.data);
    if (std::string_view(tensor.type) == "i8") place(tensor.scales);
    out += '\n';
  }
  return out;
}

Result<std::string> WeightFileWriter::bytes() const {
  if (!mistake_.empty()) return Error{ErrorKind::call, "weight file: " + mistake_};
  // The offsets are part of the header whose length moves them: enlarge until it fits, fill what is left with line
  // ends.
  std::size_t begin = aligned(weight_format::kHeaderBegin);
  std::string head = header(begin);
  while (weight_format::kHeaderBegin + head.size() > begin) {
    begin = aligned(weight_format::kHeaderBegin + head.size());
    head = header(begin);
  }
  head.resize(begin - weight_format::kHeaderBegin, '\n');

  std::string out(weight_format::kHeaderBegin, '\0');
  out += head;
  for (const Tensor& tensor : tensors_) {
    out += tensor.data;
    out.resize(aligned(out.size()), '\0');
    out += tensor.scales;
    out.resize(aligned(out.size()), '\0');
  }
  std::memcpy(out.data(), weight_format::kMagic.data(), weight_format::kMagic.size());
  put(out, 8, weight_format::kFormat);
  put(out, 12, static_cast<std::uint32_t>(head.size()));
  put(out, 16, weight_format::checksum(std::string_view(out).substr(weight_format::kHeaderBegin)));
  return out;
}

Status WeightFileWriter::write(const std::string& path) const {
  Result<std::string> all = bytes();
  if (!all) return all.error();
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(all->data(), static_cast<std::streamsize>(all->size()));
  file.close();
  if (!file) return Error{ErrorKind::output, path + ": cannot be written; is the disk full or the folder missing?"};
  return Done{};
}

}  // namespace wireroom
