#include "input/source.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <unordered_map>

#include "base/text_hash.h"
#include "base/unicode.h"
#include "input/bytes.h"
#include "input/layout.h"
#include "input/ndjson.h"

namespace wireroom {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kLongestLine = 64U << 20;
constexpr std::size_t kLongestText = 16U << 20;
constexpr std::size_t kBadLines = 100;  // at the beginning of a file: it is no NDJSON then

bool begins(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() && lower(text.substr(0, lower_case.size())) == lower_case;
}

std::string_view without_blanks(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

constexpr std::pair<std::string_view, std::string_view> kPacked[] = {{"\xFD"
                                                                      "7zXZ",
                                                                      "xz -d"},
                                                                     {"BZh", "bzip2 -d"},
                                                                     {"\x28\xB5\x2F\xFD", "zstd -d"},
                                                                     {"7z\xBC\xAF", "7z x"},
                                                                     {"Rar!", "unrar x"}};

// UTF-16 without a mark: every other byte of Latin text is NUL.
bool looks_like_utf16(std::string_view head) {
  std::size_t nul[2] = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) nul[i % 2] += head[i] == '\0' ? 1 : 0;
  const std::size_t most = std::max(nul[0], nul[1]), least = std::min(nul[0], nul[1]);
  return head.size() >= 8 && most * 3 > head.size() && least * 20 < most;
}

// JSON that is no NDJSON: a list of objects, or an object over several lines.
std::string_view json_advice(std::string_view text) {
  const auto skip = [&text](std::size_t at) { return text.find_first_not_of(" \t\r\n", at); };
  const auto object_at = [&](std::size_t at) {
    const std::size_t next = at == std::string_view::npos || text[at] != '{' ? std::string_view::npos : skip(at + 1);
    return next != std::string_view::npos && text[next] == '"';
  };
  if (text.front() == '[' && object_at(skip(1))) return "a JSON list; give one object a line (jq -c '.[]' makes them)";
  if (object_at(0)) return "a JSON object over several lines; give one object a line (jq -c . makes it)";
  return {};
}

// What kind of input the first bytes are; an error names what cannot be read.
Result<InputKind> kind_of(std::string_view head, const std::string& path) {
  const auto refuse = [&path](std::string_view what) {
    return Error{ErrorKind::input, fmt::format("{}: {}", path, what)};
  };
  const std::string_view text = without_blanks(head);
  if (text.empty()) return refuse("empty; there is no report in it");
  if (head.starts_with("%PDF")) return refuse("a PDF file; give its text (pdftotext makes it)");
  if (head.starts_with("PK\x03\x04")) return refuse("a zip or office file; give the text or HTML inside");
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"))
    return refuse("UTF-16 text; convert it to UTF-8 (iconv -f UTF-16 -t UTF-8)");
  if (looks_like_utf16(head)) return refuse("UTF-16 text; convert it to UTF-8 (iconv -f UTF-16LE -t UTF-8)");
  for (const auto& [magic, tool] : kPacked)
    if (head.starts_with(magic)) return refuse(fmt::format("a packed file; unpack it first ({})", tool));
  std::size_t controls = 0;
  for (const char c : head) {
    const auto b = static_cast<unsigned char>(c);
    if ((b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1B) || b == 127) ++controls;
  }
  if (controls * 20 > head.size()) return refuse("binary data, not text; give plain text or NDJSON");
  if (text.front() == '{') {
    const std::size_t next = text.find_first_not_of(" \t", 1);
    if (next != std::string_view::npos && (text[next] == '"' || text[next] == '}')) return InputKind::ndjson;
  }
  if (const std::string_view advice = json_advice(text); !advice.empty()) return refuse(advice);
  // Text that begins with a tag and has an end tag: HTML, if it says so or not.
  const bool tag = text.front() == '<' && text.size() > 2 &&
                   (is_letter(static_cast<unsigned char>(text[1])) || text[1] == '!' || text[1] == '?');
  if (begins(text, "<!doctype html") || begins(text, "<html") || (tag && text.find("</") != std::string_view::npos))
    return InputKind::html;
  return InputKind::text;
}

// In bytes; 0 for what is no file.
std::uint64_t size_of(const std::string& file) {
  std::error_code problem;
  if (file == "-" || !fs::is_regular_file(file, problem)) return 0;
  const auto size = fs::file_size(file, problem);
  return problem ? 0 : size;
}

}  // namespace

struct Reader::State {
  struct Seen {
    std::uint64_t text = 0;
    std::uint32_t times = 1;
  };
  std::optional<LayoutReader> layout;
  InputOptions options;
  std::vector<std::string> files;
  std::vector<Error> errors;  // of inputs that could not be listed, told first
  std::size_t next_file = 0;
  std::uint64_t bytes = 0;       // of all files
  std::uint64_t bytes_done = 0;  // of those before the file in hand
  std::uint64_t bytes_of_file = 0;
  bool endless = false;             // one of them is a pipe: nobody knows how much will come
  std::optional<ByteSource> lines;  // of the NDJSON file in hand
  std::size_t bad_lines = 0;        // before its first good one
  bool good_line = false;
  std::string path;
  std::unordered_map<std::uint64_t, Seen> seen;  // by hash of the id as given
  std::vector<std::string> notes;

  void list(const std::string& input);
  void add_file(const std::string& file);
  std::optional<Result<Report>> next_of_lines();
  std::optional<Result<Report>> open_next();
  // Gives the report its id; false if it was read before.
  bool identify(Report& report);
  Result<Report> read_text(ByteSource& source);
};

void Reader::State::list(const std::string& input) {
  std::error_code problem;
  if (input == "-" || !fs::is_directory(input, problem)) {
    if (input != "-" && !fs::exists(input, problem))
      errors.push_back(
          {ErrorKind::input, fmt::format("{}: no such file or folder; check the name", input.empty() ? "''" : input)});
    else
      add_file(input);
    return;
  }
  std::vector<std::string> found;
  auto walk = fs::recursive_directory_iterator(input, fs::directory_options::skip_permission_denied, problem);
  for (; !problem && walk != fs::recursive_directory_iterator(); walk.increment(problem)) {
    const bool hidden = walk->path().filename().string().starts_with('.');
    if (hidden && walk->is_directory(problem)) walk.disable_recursion_pending();
    if (!hidden && walk->is_regular_file(problem)) found.push_back(walk->path().string());
  }
  if (problem)
    errors.push_back(
        {ErrorKind::input, fmt::format("{}: the folder cannot be read to its end ({})", input, problem.message())});
  else if (found.empty())
    errors.push_back({ErrorKind::input, fmt::format("{}: the folder holds no files; nothing to read", input)});
  std::sort(found.begin(), found.end());
  for (const std::string& file : found) add_file(file);
}

void Reader::State::add_file(const std::string& file) {
  files.push_back(file);
  const std::uint64_t size = size_of(file);
  bytes += size;
  std::error_code problem;
  if (file == "-" || !fs::is_regular_file(file, problem)) endless = true;
}

bool Reader::State::identify(Report& report) {
  const std::uint64_t text = text_hash(report.text.utf8());
  if (report.id.empty()) report.id = fmt::format("{:016x}", text);
  const auto [found, is_new] = seen.try_emplace(text_hash(report.id), Seen{text, 1});
  if (is_new) return true;
  if (found->second.text == text) {
    notes.push_back(
        fmt::format("{}: the report {} was read before with the same text; passed over", report.source, report.id));
    return false;
  }
  ++found->second.times;
  const std::string numbered = fmt::format("{}~{}", report.id, found->second.times);
  if (!seen.try_emplace(text_hash(numbered), Seen{text, 1}).second) return false;
  report.notes.push_back(fmt::format("the id {} stood for another text before", report.id));
  report.id = numbered;
  return true;
}

Result<Report> Reader::State::read_text(ByteSource& source) {
  WIREROOM_TRY(bytes, source.rest(kLongestText));
  Report report;
  report.source = path;
  report.text = Text::adopt(std::move(bytes));
  if (report.text.replaced() > 0)
    report.notes.push_back(
        fmt::format("{} invalid byte sequences were replaced by U+FFFD; if the file is no UTF-8, "
                    "convert it (iconv -f WINDOWS-1252 -t UTF-8)",
                    report.text.replaced()));
  return report;
}

std::optional<Result<Report>> Reader::State::next_of_lines() {
  while (auto line = lines->line(kLongestLine)) {
    if (!line->has_value()) return line->error();
    if (without_blanks(**line).empty()) continue;
    auto report = read_ndjson_line(std::move(**line), fmt::format("{}:{}", path, lines->line_number()));
    if (!report && !good_line && ++bad_lines > kBadLines) {
      lines.reset();
      return Error{ErrorKind::input, fmt::format("{}: none of the first {} lines is a report; the rest is passed over. "
                                                 "Is it NDJSON, one JSON object a line?",
                                                 path, kBadLines)};
    }
    if (!report) return report.error();
    good_line = true;
    if (!identify(*report)) continue;
    layout->read(*report, options.date);
    return report;
  }
  lines.reset();
  return std::nullopt;
}

std::optional<Result<Report>> Reader::State::open_next() {
  path = files[next_file++];
  bytes_done += std::exchange(bytes_of_file, size_of(path));
  auto source = ByteSource::open(path);
  if (!source) return source.error();
  const auto head = source->head();
  if (!head) return head.error();
  auto kind = kind_of(*head, path);
  if (!kind) return kind.error();
  if (options.kind != InputKind::automatic) *kind = options.kind;
  if (*kind == InputKind::html)
    return Error{ErrorKind::input,
                 fmt::format("{}: HTML, which this version cannot read yet; give the article's text", path)};
  if (*kind == InputKind::ndjson) {
    lines.emplace(std::move(*source));
    bad_lines = 0;
    good_line = false;
    return std::nullopt;
  }
  auto report = read_text(*source);
  if (!report) return report.error();
  if (!identify(*report)) return std::nullopt;
  layout->read(*report, options.date);
  return report;
}

Reader::Reader(std::unique_ptr<State> state) : state_(std::move(state)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::open(const std::vector<std::string>& inputs, const InputOptions& options) {
  auto state = std::make_unique<State>();
  WIREROOM_TRY(layout, LayoutReader::load());
  state->layout.emplace(std::move(layout));
  state->options = options;
  for (const std::string& input : inputs) state->list(input);
  return Reader(std::move(state));
}

std::optional<Result<Report>> Reader::next() {
  State& s = *state_;
  if (!s.errors.empty()) {
    Error error = s.errors.front();
    s.errors.erase(s.errors.begin());
    return error;
  }
  while (s.lines || s.next_file < s.files.size()) {
    auto report = s.lines ? s.next_of_lines() : s.open_next();
    if (report) return report;
  }
  return std::nullopt;
}

Reader::Position Reader::position() const {
  const State& s = *state_;
  const std::uint64_t of_file = s.lines ? std::min(s.lines->position(), s.bytes_of_file) : s.bytes_of_file;
  Position position{s.bytes_done + of_file, std::nullopt};
  if (!s.endless) position.all = s.bytes;
  return position;
}

std::vector<std::string> Reader::take_notes() { return std::exchange(state_->notes, {}); }

}  // namespace wireroom
