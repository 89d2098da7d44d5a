// Runs the built program as a user would: arguments and standard input in, standard output, standard error and exit
// status out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace wireroom::cli_tests {

struct Ended {
  std::string out, err;
  int status = -1;  // exit status; 128 + the signal if one ended it
};

// No terminal is connected. run_shell: a command line for sh, where $W is the program.
[[nodiscard]] Ended run(const std::vector<std::string>& arguments, const std::string& standard_input = "");
[[nodiscard]] Ended run_shell(const std::string& command_line, const std::string& standard_input = "");

// Keeps standard input open after the bytes, and sends a signal a second later.
[[nodiscard]] Ended run_until_signal(const std::vector<std::string>& arguments, const std::string& standard_input,
                                     int signal);

// Sends the signal as soon as the program has written so many bytes, in the middle of its work.
[[nodiscard]] Ended run_until_output(const std::vector<std::string>& arguments, std::uintmax_t bytes, int signal);

// On a terminal of so many columns: standard input, output and error are one, so that all is in `out`, with LF.
[[nodiscard]] Ended run_on_terminal(const std::vector<std::string>& arguments, unsigned short columns,
                                    const std::vector<std::string>& environment = {});

// A folder of its own that is gone at the end.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  // Writes a file and returns its path.
  std::string file(const std::string& name, const std::string& bytes) const;
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace wireroom::cli_tests
