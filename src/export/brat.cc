// brat standoff (https://brat.nlplab.org/standoff.html): REPORT.txt holds the text, REPORT.ann its marks. Offsets count
// code points. A mark is a list of pieces without line breaks, as brat asks.
#include <fmt/core.h>

#include <map>

#include "export/record_formats.h"
#include "export/report_records.h"

namespace wireroom {
namespace {

using Json = nlohmann::ordered_json;
using Spans = std::vector<std::pair<std::size_t, std::size_t>>;

constexpr std::string_view kConfiguration = R"([entities]
Person
Organisation
Group
Country
Unnamed
Party
Content
Time
Place
Quantity

[relations]

[events]
AGREE	Source*:<ENTITY>, Target*:<ENTITY>, Other*:<ENTITY>
CONSULT	Source*:<ENTITY>, Target*:<ENTITY>, Other*:<ENTITY>
SUPPORT	Source*:<ENTITY>, Target*:<ENTITY>, Other*:<ENTITY>
CONCEDE	Source*:<ENTITY>, Target*:<ENTITY>, Other*:<ENTITY>
COOPERATE	Source*:<ENTITY>, Target*:<ENTITY>, Other*:<ENTITY>
AID	Source*:<ENTITY>, Target*:<ENTITY>, Other*:<ENTITY>
RETREAT	Source*:<ENTITY>, Target*:<ENTITY>, Other*:<ENTITY>
REQUEST	Source*:<ENTITY>, Target*:<ENTITY>, Other*:<ENTITY>
ACCUSE	Source*:<ENTITY>, Target*:<ENTITY>, Other*:<ENTITY>
REJECT	Source*:<ENTITY>, Target*:<ENTITY>, Other*:<ENTITY>
THREATEN	Source*:<ENTITY>, Target*:<ENTITY>, Other*:<ENTITY>
PROTEST	Source*:<ENTITY>, Target*:<ENTITY>, Other*:<ENTITY>
SANCTION	Source*:<ENTITY>, Target*:<ENTITY>, Other*:<ENTITY>
MOBILIZE	Source*:<ENTITY>, Target*:<ENTITY>, Other*:<ENTITY>
COERCE	Source*:<ENTITY>, Target*:<ENTITY>, Other*:<ENTITY>
ASSAULT	Source*:<ENTITY>, Target*:<ENTITY>, Other*:<ENTITY>
Statement	Speaker*:<ENTITY>, Said*:Content

[attributes]
Status	Arg:<EVENT>, Value:asserted|planned|possible|conditional|called_for|failed|denied
Kind	Arg:<EVENT>, Value:direct|mixed|indirect
)";

Spans spans_in(const Json& record, const char* key) {
  Spans spans;
  const auto add = [&](const Json& span) {
    if (span.is_array() && span.size() == 2 && span[0].is_number_unsigned() && span[1].is_number_unsigned())
      spans.emplace_back(span[0].get<std::size_t>(), span[1].get<std::size_t>());
  };
  const auto found = record.find(key);
  if (found == record.end() || !found->is_array() || found->empty()) return spans;
  if (found->front().is_array())
    for (const Json& span : *found) add(span);
  else
    add(*found);
  return spans;
}

class Marks {
 public:
  explicit Marks(const ReportRecords& report) : report_(report) {}

  void write() {
    for (const Json& actor : report_.actors)
      for (const Json& mention : actor.value("mentions", Json::array()))
        mark(type_of(actor.value("kind", "")), spans_in(mention, "span"));
    for (const Json& expression : report_.expressions) {
      std::string type = expression.value("type", "");
      if (type.empty()) continue;
      type[0] = static_cast<char>(type[0] - 'a' + 'A');
      mark(type, spans_in(expression, "span"));
    }
    for (const Json& event : report_.events) write_event(event);
    for (const Json& statement : report_.statements) write_statement(statement);
  }

  [[nodiscard]] const std::string& out() const { return out_; }
  [[nodiscard]] std::size_t unmarked() const { return unmarked_; }

 private:
  static std::string type_of(std::string_view kind) {
    if (kind.empty()) return "Party";
    std::string type(kind);
    type[0] = static_cast<char>(type[0] - 'a' + 'A');
    return type;
  }

  // The number of a T line; an earlier one of this type and place is taken again. 0 if there are no words.
  int mark(const std::string& type, const Spans& spans) {
    std::string places, words;
    for (const auto& [begin, end] : spans) add_pieces(begin, end, places, words);
    if (places.empty()) return 0;
    const auto [known, added] = known_.try_emplace(type + ' ' + places, marks_ + 1);
    if (added) out_ += fmt::format("T{}\t{} {}\t{}\n", ++marks_, type, places, words);
    return known->second;
  }

  // A mark ends at a line break and goes on behind it; blanks at its ends are left out.
  void add_pieces(std::size_t begin, std::size_t end, std::string& places, std::string& words) const {
    const std::string_view all = report_.words(begin, end);
    std::size_t at = begin, piece = begin, from = 0;
    const auto flush = [&](std::size_t to) {
      if (to > from) {
        places += fmt::format("{}{} {}", places.empty() ? "" : ";", piece, at);
        words += fmt::format("{}{}", words.empty() ? "" : " ", all.substr(from, to - from));
      }
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool first_byte = (static_cast<unsigned char>(all[i]) & 0xC0) != 0x80;
      if (!first_byte) continue;
      if (all[i] == '\n' || all[i] == '\r') {
        flush(i);
        from = i + 1;
        piece = at + 1;
      }
      ++at;
    }
    flush(all.size());
  }

  void argument(std::string& line, const std::string& role, const Json& party, std::map<std::string, int>& used) {
    const Json* actor = report_.actor(party.value("actor", ""));
    const int number = mark(type_of(actor ? actor->value("kind", "") : ""), spans_in(party, "span"));
    if (number == 0) return;
    const int count = ++used[role];  // brat numbers the second and later ones of a role
    line += count == 1 ? fmt::format(" {}:T{}", role, number) : fmt::format(" {}{}:T{}", role, count, number);
  }

  void finish(const std::string& line, std::string_view attribute, const std::string& value, const std::string& id) {
    out_ += fmt::format("E{}\t{}\n", ++events_, line);
    if (!value.empty()) out_ += fmt::format("A{}\t{} E{} {}\n", ++attributes_, attribute, events_, value);
    out_ += fmt::format("#{}\tAnnotatorNotes E{}\t{}\n", ++notes_, events_, id);
  }

  void write_event(const Json& event) {
    const std::string type = event.value("event", "");
    const int trigger = mark(type, spans_in(event, "trigger"));
    if (trigger == 0) {
      ++unmarked_;
      return;
    }
    std::string line = fmt::format("{}:T{}", type, trigger);
    std::map<std::string, int> used;
    for (const Json& party : event.value("source", Json::array())) argument(line, "Source", party, used);
    for (const Json& party : event.value("target", Json::array())) argument(line, "Target", party, used);
    for (const Json& party : event.value("other", Json::array())) argument(line, "Other", party, used);
    finish(line, "Status", event.value("status", ""), event.value("id", ""));
  }

  // The words of saying are the trigger; a statement without them is marked by what was said alone.
  void write_statement(const Json& statement) {
    const int content = mark("Content", spans_in(statement, "content"));
    const int cue = mark("Statement", spans_in(statement, "cue"));
    if (cue == 0) {
      ++unmarked_;
      return;
    }
    std::string line = fmt::format("Statement:T{}", cue);
    std::map<std::string, int> used;
    if (statement.contains("speaker")) argument(line, "Speaker", statement["speaker"], used);
    if (content != 0) line += fmt::format(" Said:T{}", content);
    finish(line, "Kind", statement.value("kind", ""), statement.value("id", ""));
  }

  const ReportRecords& report_;
  std::string out_;
  std::map<std::string, int> known_;
  int marks_ = 0, events_ = 0, attributes_ = 0, notes_ = 0;
  std::size_t unmarked_ = 0;
};

}  // namespace

Result<Written> write_brat(Database& database, const std::string& folder) {
  const auto write_file = [&](const std::string& name, std::string_view bytes) -> Status {
    WIREROOM_TRY(file, OutputFile::create(folder, name));
    file.write(bytes);
    return file.finish();
  };
  Written written;
  Resource resource{"brat", "Texts with marks for brat", "brat", "text/plain", {}, 0, nullptr, std::nullopt};
  std::size_t reports = 0, unmarked = 0;
  const Status all = for_each_report(database, [&](const ReportRecords& report) -> Status {
    const std::string name = file_name_of(report.id);
    Marks marks(report);
    marks.write();
    WIREROOM_DO(write_file(name + ".txt", report.text.view()));
    WIREROOM_DO(write_file(name + ".ann", marks.out()));
    resource.paths.push_back(name + ".txt");
    resource.paths.push_back(name + ".ann");
    resource.bytes += report.text.size() + marks.out().size();
    unmarked += marks.unmarked();
    ++reports;
    return Done{};
  });
  if (!all) return all.error();
  WIREROOM_DO(write_file("annotation.conf", kConfiguration));
  resource.paths.push_back("annotation.conf");
  resource.bytes += kConfiguration.size();
  written.files.push_back({"*.txt and *.ann", reports, "reports"});
  written.resources.push_back(std::move(resource));
  if (unmarked > 0)
    written.homeless.push_back(
        fmt::format("no event of brat's: events and statements without words that tell of them ({})", unmarked));
  return written;
}

}  // namespace wireroom
