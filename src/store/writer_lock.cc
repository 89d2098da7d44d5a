#include "store/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace wireroom {
namespace {

Error cannot_open(const std::string& path, int reason) {
  switch (reason) {
    case EACCES:
    case EPERM:
    case EROFS:
      return {ErrorKind::output, path + ": may not be written (" + std::strerror(reason) + "); check its permissions"};
    case ENOENT:
    case ENOTDIR:
      return {ErrorKind::input, path + ": there is no such folder; make it first or name another file"};
    case EISDIR:
      return {ErrorKind::input, path + ": is a folder; name a file"};
    case ENOSPC:
    case EDQUOT:
      return {ErrorKind::output, path + ": the disk is full; make room or name a file elsewhere"};
    default:
      return {ErrorKind::input, path + ": cannot be opened (" + std::strerror(reason) + ")"};
  }
}

}  // namespace

Result<WriterLock> WriterLock::take(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0644);
  if (descriptor < 0) return cannot_open(path, errno);
  WriterLock lock(descriptor);
  struct stat state {};
  if (::fstat(descriptor, &state) != 0 || !S_ISREG(state.st_mode))
    return Error{ErrorKind::input, path + ": is no regular file; name another file"};
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK)
      return Error{ErrorKind::output, path + ": another program is writing to it; try again when it is done"};
    return Error{ErrorKind::output, path + ": cannot be locked for writing (" + std::strerror(errno) +
                                        "); a store must lie on a disk of this machine"};
  }
  return lock;
}

WriterLock::~WriterLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace wireroom
