#include "event/report_index.h"

#include <algorithm>
#include <cctype>

namespace wireroom {

ReportIndex::ReportIndex(const Coded& coded) {
  read_statements(coded);
  read_dateline(coded);
  for (std::uint32_t i = 0; i < coded.actors.actors.size(); ++i)
    if (const Actor& actor = coded.actors.actors[i]; actor.kind == ActorKind::country)
      countries_.emplace(actor.country, i);
}

void ReportIndex::read_statements(const Coded& coded) {
  for (std::uint32_t i = 0; i < coded.statements.size(); ++i) {
    const Statement& statement = coded.statements[i];
    for (const WordRange& words : statement.cue_words) cued_.add(words.sentence, i);
    if (statement.speaker) spoken_.add(statement.speaker->words.sentence, i);
    std::uint32_t size = 0, next = 0;  // the sentence to go on with: pieces of one content may share one
    for (const Span& content : statement.content) {
      size += content.size();
      const SentenceRange over = sentences_over(coded.parse, content);
      for (std::uint32_t s = std::max(over.first, next); s < over.end; ++s) said_.add(s, i);
      next = std::max(next, over.end);
    }
    sizes_.push_back(size);
  }
  cued_.settle();
  spoken_.settle();
  said_.settle();
}

void ReportIndex::read_dateline(const Coded& coded) {
  const Report& report = coded.report;
  if (!report.dateline || report.dateline->place.empty()) return;
  const std::string_view printed = report.dateline->place;
  const std::string_view city = printed.substr(0, printed.find(','));
  const auto same = [&](std::string_view text) {
    return std::equal(text.begin(), text.end(), city.begin(), city.end(), [](char x, char y) {
      return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
  };
  for (std::uint32_t i = 0; i < coded.places.size() && !dateline_place_; ++i) {
    const Place& place = coded.places[i];
    if (place.kind == PlaceKind::country || place.form != PlaceForm::name) continue;
    if (same(place.name) || same(report.text.view(place.span))) dateline_place_ = i;
  }
}

std::optional<std::uint32_t> ReportIndex::country_actor(std::string_view country) const {
  const auto found = countries_.find(country);
  return found == countries_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace wireroom
