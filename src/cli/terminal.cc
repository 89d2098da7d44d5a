#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace wireroom::cli {
namespace {

unsigned width() {
  if (const char* columns = std::getenv("COLUMNS")) {
    const int number = std::atoi(columns);
    if (number > 0) return static_cast<unsigned>(std::clamp(number, 40, 10000));
  }
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return std::max<unsigned>(size.ws_col, 40);
  return 100;
}

}  // namespace

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

Page page_of_output(When color) {
  Page page;
  page.width = width();
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool refused =
      (no_color != nullptr && *no_color != '\0') || (term != nullptr && std::strcmp(term, "dumb") == 0);
  page.color = color == When::always || (color == When::automatic && !refused && is_terminal(STDOUT_FILENO));
  return page;
}

}  // namespace wireroom::cli
