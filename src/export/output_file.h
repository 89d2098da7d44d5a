// A file of an export: it is written as NAME.part and gets its name when it is whole.
//
//   WIREROOM_TRY(file, OutputFile::create("out", "event.csv"));
//   file.write("a,b\n");
//   WIREROOM_DO(file.finish());
//
// A file that is not finished is removed. Errors name the file; a failed write is told by finish().
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace wireroom {

class OutputFile {
 public:
  static Result<OutputFile> create(const std::string& folder, const std::string& name);
  OutputFile(OutputFile&&) = default;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();

  void write(std::string_view bytes);
  // False after the first failure: what comes after it is in vain.
  [[nodiscard]] bool good() const { return failure_ == 0; }
  Status finish();

  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  OutputFile(std::string path, std::string name, std::FILE* file)
      : path_(std::move(path)), name_(std::move(name)), file_(file) {}
  [[nodiscard]] std::string part() const { return path_ + ".part"; }
  std::string path_, name_;
  std::unique_ptr<std::FILE, Close> file_;
  std::uint64_t size_ = 0;
  int failure_ = 0;  // errno
};

// The folder, made if it is not there. Error if it is a file or may not be made.
Status make_folder(const std::string& path);

}  // namespace wireroom
