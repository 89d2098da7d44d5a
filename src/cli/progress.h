// The line of progress: how much is done, how fast, how long it will take.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace wireroom::cli {

struct Progress {
  std::size_t reports = 0, text_bytes = 0;
  double seconds = 0;
  // Bytes of the input: read so far, of them those that cost no time (a store has them), all if that is known.
  std::uint64_t read = 0, passed_over = 0;
  std::optional<std::uint64_t> all;
};

// "1200 reports, 4.6 MB, 39 reports a second, 42 %, 3 min left".
[[nodiscard]] std::string progress_line(const Progress& done);

}  // namespace wireroom::cli
