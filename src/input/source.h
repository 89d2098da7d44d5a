// From the inputs of a call to reports, one after the other, in bounded memory.
//
//   WIREROOM_TRY(reader, Reader::open({"reports/", "-"}, {}));
//   while (auto report = reader.next())
//     if (*report) code(**report); else complain(report->error());
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "wireroom/calendar.h"
#include "wireroom/report.h"

namespace wireroom {

enum class InputKind { automatic, text, html, ndjson };

struct InputOptions {
  InputKind kind = InputKind::automatic;
  std::optional<Date> date;  // publication date of reports that show none
};

class Reader {
 public:
  // Inputs are files, folders (all files below, sorted by path, hidden ones left out) and "-". Error only if our own
  // tables are wrong: an input that cannot be read is an error of next(), and the others go on.
  static Result<Reader> open(const std::vector<std::string>& inputs, const InputOptions& options);
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  // The next report with blocks and head, or what is wrong with an input (the message names file and line and what to
  // do); nothing at the end. Every report has an id: its own, "ID~2" if that stood for another text before, else 16 hex
  // digits of a hash of the text. The same id with the same text is passed over with a note.
  std::optional<Result<Report>> next();

  // How far it is: bytes of the inputs' files up to the end of the last report. `all` is empty while the end cannot be
  // known: standard input, pipes.
  struct Position {
    std::uint64_t read = 0;
    std::optional<std::uint64_t> all;
  };
  [[nodiscard]] Position position() const;

  // What was noted since the last call ("reports.ndjson:9: …").
  std::vector<std::string> take_notes();

 private:
  struct State;
  explicit Reader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace wireroom
