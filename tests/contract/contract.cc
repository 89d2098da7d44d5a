#include "contract/contract.h"

#include <algorithm>
#include <map>
#include <optional>

#include "contract/shapes.h"

namespace wireroom::contract {
namespace {

using nlohmann::json;

using Ends = std::pair<std::size_t, std::size_t>;

Ends ends(const json& span) { return {span[0].get<std::size_t>(), span[1].get<std::size_t>()}; }

bool inside(const Ends& inner, const Ends& outer) { return outer.first <= inner.first && inner.second <= outer.second; }

// Byte offset of every code point of a text, and one past the last.
std::vector<std::size_t> code_points(const std::string& text) {
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) at.push_back(i);
  at.push_back(text.size());
  return at;
}

class Report {
 public:
  explicit Report(const std::vector<json>& records) : records_(records) {}

  std::vector<std::string> check() {
    if (records_.empty() || records_.front().value("type", "") != "report") {
      faults_.push_back("the first record is not the report's");
      return faults_;
    }
    report_ = records_.front().value("id", "");
    text_ = records_.front().value("text", "");
    at_ = code_points(text_);
    shapes_and_ids();
    if (!faults_.empty()) return faults_;  // what follows may rely on keys and spans
    for (const json& record : records_) {
      current_ = record["id"];
      const std::string type = record["type"];
      if (type == "report") blocks(record);
      if (type == "actor") actor(record);
      if (type == "event") event(record);
      if (type == "statement") statement(record);
      if (type == "time" || type == "place" || type == "quantity") mention(record);
      for (const char* key : {"source", "target", "other", "addressee", "counts"})
        if (record.contains(key) && record[key].is_array())
          for (const json& each : record[key]) party(each);
      for (const char* key : {"speaker", "according_to"})
        if (record.contains(key)) party(record[key]);
      if (record.contains("date") && type != "report") interval(record["date"]);
    }
    tokens();
    in_order("time", "span");
    in_order("place", "span");
    in_order("quantity", "span");
    in_order("event", "trigger");
    return faults_;
  }

 private:
  void fault(const std::string& what) { faults_.push_back(current_ + ": " + what); }

  [[nodiscard]] std::string words(const Ends& span) const {
    return text_.substr(at_[span.first], at_[span.second] - at_[span.first]);
  }
  [[nodiscard]] std::string words(const json& spans) const {
    std::string all;
    for (const json& each : spans) all += (all.empty() ? "" : " ") + words(ends(each));
    return all;
  }
  [[nodiscard]] const json* find(const std::string& id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }

  void shapes_and_ids() {
    std::map<std::string, std::size_t> counted;
    for (const json& record : records_) {
      current_ = record.value("id", "");
      const std::string type = record.value("type", "");
      if (!by_id_.emplace(current_, &record).second) fault("the id stands twice");
      if (type == "report") continue;
      if (record.value("report", "") != report_) fault("\"report\" is not the id of its report");
      if (type == "token") continue;  // see tokens()
      const char letter = type == "place" ? 'p' : type == "coref" ? 'c' : type.empty() ? '?' : type[0];
      if (current_ != report_ + "." + letter + std::to_string(++counted[type])) fault("the id does not count on");
    }
    const Visitor visitor{
        [this](const std::string& where, const std::string& what) { fault(where + " " + what); },
        [this](const std::string& where, const std::string& id, char letter) {
          if (!find(id) || !id.starts_with(report_ + "." + letter)) fault(where + " " + id + " is no such record");
        },
        [this](const std::string& where, std::size_t begin, std::size_t end) {
          if (begin >= end || end >= at_.size())
            fault(where + " [" + std::to_string(begin) + ", " + std::to_string(end) + ") is not inside the text");
        }};
    for (const json& record : records_) {
      current_ = record.value("id", "");
      check_shape(record, visitor);
    }
  }

  void blocks(const json& report) {
    std::size_t end = 0;
    for (const json& block : report["blocks"]) {
      const Ends span = ends(block["span"]);
      if (span.first < end) fault("blocks overlap or are out of order at " + std::to_string(span.first));
      end = span.second;
    }
    if (report["text_offset"].get<std::size_t>() >= at_.size()) fault("text_offset is behind the text");
  }

  void actor(const json& actor) {
    if (actor["mentions"].empty()) fault("has no mention");
    std::optional<Ends> before;
    for (const json& mention : actor["mentions"]) {
      const Ends span = ends(mention["span"]);
      // Of two that begin together the longer one comes first.
      if (before && !(before->first < span.first || (before->first == span.first && before->second > span.second)))
        fault("mentions are not in the order of the text");
      before = span;
    }
  }

  // `text` gives the words of `span`, and the party's names are those of its actor.
  void party(const json& party) {
    if (party.contains("of") && party["of"].is_object()) return this->party(party["of"]);  // of a count
    if (party.contains("what")) return;
    if (party.contains("span") != party.contains("text") ||
        (party.contains("span") && party["text"] != words(ends(party["span"]))))
      fault("a party's text is not the words of its span: " + party.dump());
    if (!party.contains("span") && !party.contains("actor")) fault("a party of nothing: " + party.dump());
    if (!party.contains("actor")) return;
    const json& actor = *find(party["actor"]);
    for (const char* key : {"name", "country", "sector", "code"})
      if (party.value(key, "") != actor.value(key, "")) fault(std::string(key) + " is not that of " + actor.dump());
  }

  void interval(const json& date) {
    const std::string earliest = date.value("earliest", ""), latest = date.value("latest", "");
    if (!earliest.empty() && !latest.empty() && latest < earliest) fault("ends before it begins: " + date.dump());
  }

  void mention(const json& mention) {
    if (mention["text"] != words(ends(mention["span"]))) fault("the text is not the words of the span");
    if (mention["type"] == "time") interval(mention);
    if (mention.contains("lat") != mention.contains("lon")) fault("has half a point");
    if (mention.contains("geonames") && !mention.contains("name")) fault("has geonames but no name");
    if (mention.contains("low") && mention.contains("high") && mention["high"] < mention["low"])
      fault("high is below low");
  }

  void event(const json& event) {
    if (event["trigger"].empty()) fault("has no trigger");
    const Ends sentence = ends(event["sentence"]);
    for (const json& span : event["trigger"])
      if (!inside(ends(span), sentence)) fault("the trigger is not inside the sentence");
    if (event["text"] != words(event["trigger"])) fault("the text is not the trigger's words");
    if (event.contains("same_as")) {
      const json& first = *find(event["same_as"]);
      if (first.contains("same_as")) fault("same_as is not the first record of the happening");
      if (&first >= &event) fault("same_as is not before it");
      if (first["event"] != event["event"]) fault("same_as is of another type");
    }
    if (event.contains("said_in")) {
      const json& statement = *find(event["said_in"]);
      const json inner = statement.value("events", json::array());
      if (std::find(inner.begin(), inner.end(), event["id"]) == inner.end())
        fault("said_in " + statement["id"].get<std::string>() + ", which does not name it in events");
    }
    if (event["cameo"].get<std::string>().size() < 2 || event["cameo"].get<std::string>().size() > 4)
      fault("cameo has not two to four digits");
    if (event.contains("place") && event["place"].contains("lat") != event["place"].contains("lon"))
      fault("the place has half a point");
  }

  void statement(const json& statement) {
    if (!statement.contains("cue") && !statement.contains("content")) fault("has neither cue nor content");
    if (statement.contains("content") && statement.value("text", "") != words(statement["content"]))
      fault("the text is not the words of content");
    std::size_t depth = 0;
    for (const json* at = &statement; at->contains("within"); at = find((*at)["within"]))
      if (++depth > records_.size()) return fault("stands within itself");
    for (const json& id : statement.value("events", json::array()))
      if (find(id)->value("said_in", "") != statement["id"])
        fault("events names " + id.get<std::string>() + ", whose said_in is another one");
  }

  // Words in the order of the text, numbered without gaps, each sentence a tree with one root.
  void tokens() {
    std::size_t sentence = 0, number = 0, end = 0, roots = 1, total = 0;
    std::vector<std::size_t> heads;
    const auto close = [&] {
      if (roots != 1) fault("the sentence has " + std::to_string(roots) + " roots");
      for (std::size_t i = 0; i < heads.size(); ++i) {
        std::size_t at = i + 1, steps = 0;
        while (at != 0 && at <= heads.size() && ++steps <= heads.size()) at = heads[at - 1];
        if (at != 0) fault("word " + std::to_string(i + 1) + " of the sentence does not hang on its root");
      }
    };
    for (const json& token : records_) {
      if (token["type"] != "token") continue;
      ++total;
      current_ = token["id"];
      if (token["sentence"] != sentence) {
        close();
        sentence = token["sentence"].get<std::size_t>();
        number = roots = 0;
        heads.clear();
      }
      ++number;
      if (current_ != report_ + ".w" + std::to_string(sentence) + "." + std::to_string(number))
        fault("the id does not count on");
      const Ends span = ends(token["span"]);
      if (span.first < end) fault("the word begins before the end of the one before");
      end = span.second;
      heads.push_back(token["head"].get<std::size_t>());
      if (heads.back() == 0) ++roots;
      if ((token["deprel"] == "root") != (heads.back() == 0)) fault("root and head do not agree");
    }
    close();
    current_ = report_;
    if (records_.front()["words"] != total) fault("words is not the number of tokens");
    if (records_.front()["sentences"] < sentence) fault("there are more sentences than the report says");
  }

  void in_order(const std::string& type, const char* key) {
    std::size_t before = 0;
    for (const json& record : records_) {
      if (record["type"] != type) continue;
      current_ = record["id"];
      const json& span = record[key][0].is_array() ? record[key][0] : record[key];
      if (ends(span).first < before) fault("is not in the order of the text");
      before = ends(span).first;
    }
  }

  const std::vector<json>& records_;
  std::string report_, text_, current_;
  std::vector<std::size_t> at_;
  std::map<std::string, const json*> by_id_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> faults(const std::vector<json>& records) { return Report(records).check(); }

}  // namespace wireroom::contract
