// One writer a store: an advisory lock (flock) on the file itself, held for as long as the program writes. Readers do
// not ask for it. The kernel lets go of it when the program ends, however it ends.
//
// Promise: a missing file is made, an existing one is not changed. The lock must outlive SQLite's connection to the
// file: closing any descriptor of a file drops SQLite's own locks on it (fcntl(2)).
#pragma once

#include <string>
#include <utility>

#include "base/result.h"

namespace wireroom {

class WriterLock {
 public:
  // Error of kind output if the file may not be written or another program has the lock; input if there is no such
  // folder.
  static Result<WriterLock> take(const std::string& path);
  WriterLock(WriterLock&& other) noexcept : descriptor_(other.descriptor_) { other.descriptor_ = -1; }
  WriterLock& operator=(WriterLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  ~WriterLock();

 private:
  explicit WriterLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace wireroom
