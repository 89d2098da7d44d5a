#include "cli/program.h"

#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace wireroom::cli_tests {
namespace {

std::string content(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

void connect(const std::string& path, int flags, int descriptor) {
  const int opened = ::open(path.c_str(), flags, 0600);
  if (opened < 0 || ::dup2(opened, descriptor) < 0) ::_exit(127);
}

}  // namespace

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "wireroom-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string Folder::file(const std::string& name, const std::string& bytes) const {
  const std::filesystem::path path = path_ / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

namespace {

// In the child: becomes the program.
[[noreturn]] void execute(const std::vector<std::string>& arguments) {
  std::vector<std::string> words = {WIREROOM_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  ::execv(argv[0], argv.data());
  ::_exit(127);
}

pid_t start(const std::vector<std::string>& arguments, int in, const std::string& out, const std::string& err) {
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) {
    if (::dup2(in, 0) < 0) ::_exit(127);
    connect(out, O_WRONLY, 1);
    connect(err, O_WRONLY, 2);
    execute(arguments);
  }
  return child;
}

int ended(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Ended run(const std::vector<std::string>& arguments, const std::string& standard_input) {
  const Folder folder;
  const std::string in = folder.file("in", standard_input), out = folder.file("out", ""), err = folder.file("err", "");
  const int input = ::open(in.c_str(), O_RDONLY | O_CLOEXEC);
  const int status = ended(start(arguments, input, out, err));
  ::close(input);
  return {content(out), content(err), status};
}

Ended run_until_signal(const std::vector<std::string>& arguments, const std::string& standard_input, int signal) {
  const Folder folder;
  const std::string out = folder.file("out", ""), err = folder.file("err", "");
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe failed");
  const pid_t child = start(arguments, ends[0], out, err);
  ::close(ends[0]);
  if (::write(ends[1], standard_input.data(), standard_input.size()) < 0) throw std::runtime_error("write failed");
  ::sleep(1);
  ::kill(child, signal);
  const int status = ended(child);
  ::close(ends[1]);
  return {content(out), content(err), status};
}

Ended run_until_output(const std::vector<std::string>& arguments, std::uintmax_t bytes, int signal) {
  const Folder folder;
  const std::string out = folder.file("out", ""), err = folder.file("err", "");
  const int input = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  const pid_t child = start(arguments, input, out, err);
  ::close(input);
  constexpr int kMostSteps = 30000;  // of 10 ms
  for (int step = 0; step < kMostSteps && std::filesystem::file_size(out) < bytes; ++step) {
    int status = 0;
    if (::waitpid(child, &status, WNOHANG) == child)  // it ended before: the test will say so
      return {content(out), content(err), WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)};
    ::usleep(10000);
  }
  ::kill(child, signal);
  const int status = ended(child);
  return {content(out), content(err), status};
}

Ended run_shell(const std::string& command_line, const std::string& standard_input) {
  const Folder folder;
  const std::string in = folder.file("in", standard_input), out = folder.file("out", ""), err = folder.file("err", "");
  ::setenv("W", WIREROOM_PROGRAM, 1);
  const std::string script = folder.file("script", command_line + "\n");
  const std::string whole = "sh '" + script + "' <'" + in + "' >'" + out + "' 2>'" + err + "'";
  const int status = std::system(whole.c_str());
  return {content(out), content(err), WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)};
}

Ended run_on_terminal(const std::vector<std::string>& arguments, unsigned short columns,
                      const std::vector<std::string>& environment) {
  winsize size{};
  size.ws_col = columns;
  size.ws_row = 24;
  int terminal = -1;
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
  if (child < 0) throw std::runtime_error("no terminal");
  if (child == 0) {
    for (const char* name : {"COLUMNS", "NO_COLOR"}) ::unsetenv(name);
    ::setenv("TERM", "xterm", 1);
    for (const std::string& each : environment) {
      const std::size_t equals = each.find('=');
      ::setenv(each.substr(0, equals).c_str(), each.substr(equals + 1).c_str(), 1);
    }
    execute(arguments);
  }
  std::string out;
  char piece[4096];
  for (ssize_t got; (got = ::read(terminal, piece, sizeof piece)) > 0;)
    out.append(piece, static_cast<std::size_t>(got));
  ::close(terminal);
  std::erase(out, '\r');
  return {out, "", ended(child)};
}

}  // namespace wireroom::cli_tests
