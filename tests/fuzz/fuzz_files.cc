// A file of any bytes, plain or gzip, as it comes from a disk: what kind it is, its lines, its reports. The first byte
// chooses the kind that the user names.
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz/fuzz.h"
#include "input/source.h"

using namespace wireroom;

namespace {

// A file in memory with a name.
class File {
 public:
  explicit File(std::string_view bytes) : descriptor_(::memfd_create("fuzz", MFD_CLOEXEC)) {
    fuzz::promise(
        descriptor_ >= 0 && ::write(descriptor_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()),
        "there is room for the file");
  }
  ~File() { ::close(descriptor_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr InputKind kKinds[] = {InputKind::automatic, InputKind::automatic, InputKind::text, InputKind::ndjson};
  const File file(fuzz::bytes_of(data + 1, size - 1));
  auto reader = fuzz::loaded(Reader::open({file.path()}, {kKinds[data[0] % 4], std::nullopt}));
  while (const auto report = reader.next()) {
    if (*report)
      fuzz::promise(!(*report)->id.empty(), "every report has an id");
    else
      fuzz::promise(report->error().message.starts_with(file.path()), "an error names its file");
  }
  return 0;
}
