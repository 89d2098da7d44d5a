#include "export/output_file.h"

#include <fmt/core.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace wireroom {
namespace {

Error failed(const std::string& path, int code) {
  return {ErrorKind::output,
          fmt::format("{}: cannot be written ({}); check the folder, its permissions and the room on "
                      "the disk",
                      path, std::strerror(code))};
}

}  // namespace

Result<OutputFile> OutputFile::create(const std::string& folder, const std::string& name) {
  const std::string path = (std::filesystem::path(folder) / name).string();
  std::FILE* file = std::fopen((path + ".part").c_str(), "wb");
  if (file == nullptr) return failed(path, errno);
  return OutputFile(path, name, file);
}

OutputFile::~OutputFile() {
  if (!file_) return;
  file_.reset();
  std::remove(part().c_str());
}

void OutputFile::write(std::string_view bytes) {
  if (failure_ != 0) return;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) failure_ = errno == 0 ? EIO : errno;
  size_ += bytes.size();
}

Status OutputFile::finish() {
  if (failure_ == 0 && std::fflush(file_.get()) != 0) failure_ = errno;
  if (failure_ != 0) return failed(path_, failure_);
  if (std::fclose(file_.release()) != 0) {
    const int code = errno;
    std::remove(part().c_str());
    return failed(path_, code);
  }
  if (std::rename(part().c_str(), path_.c_str()) != 0) {
    const int code = errno;
    std::remove(part().c_str());
    return failed(path_, code);
  }
  return Done{};
}

Status make_folder(const std::string& path) {
  std::error_code code;
  std::filesystem::create_directories(path, code);
  if (!code && std::filesystem::is_directory(path, code)) return Done{};
  return Error{ErrorKind::output, fmt::format("{}: is no folder and cannot be made one ({}); name another folder", path,
                                              code ? code.message() : std::string("there is a file of that name"))};
}

}  // namespace wireroom
