// Who is who: the whole program over the sentences of sentences.tsv.
#include <gtest/gtest.h>

#include <algorithm>

#include "coded_rows.h"

namespace wireroom {
namespace {

bool one_of(const std::vector<std::string_view>& accepted, std::string_view value) {
  const std::string_view asked = value.empty() ? std::string_view("-") : value;
  return std::find(accepted.begin(), accepted.end(), asked) != accepted.end();
}

// The place of the words asked for: "Ri#2" is the second "Ri".
Span asked(std::string_view text, std::string_view words) {
  int number = 1;
  if (const std::size_t mark = words.find('#'); mark != std::string_view::npos) {
    number = words[mark + 1] - '0';
    words = words.substr(0, mark);
  }
  std::size_t at = text.find(words);
  while (--number > 0 && at != std::string_view::npos) at = text.find(words, at + 1);
  if (at == std::string_view::npos) return {};
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

// The mention whose head stands in the words; of several the first in the order of the text.
const Mention* mention_at(const Coded& coded, Span words) {
  for (const Mention& mention : coded.actors.mentions) {
    const Word& head = coded.parse.sentences[mention.words.sentence].words[mention.words.head];
    if (words.contains(head.span)) return &mention;
    if (mention.span.contains(words) && mention.form == MentionForm::name && words.end == mention.span.end)
      return &mention;
  }
  return nullptr;
}

constexpr std::string_view kTodo = "todo ";

// What a reader would object to; empty if the row is met.
std::string fault_of(const Coded& coded, const Mention* mention, const Table::Row& row, std::string_view form) {
  if (form == "none") return mention == nullptr ? "" : "is no actor";
  if (mention == nullptr) return "no actor there";
  const Actor& actor = coded.actors.actors[mention->actor];
  std::string fault;
  if (form.find(name(mention->form)) == std::string_view::npos) fault += std::string(" form ") + name(mention->form);
  if (!one_of(row.list("country"), actor.country)) fault += " country " + actor.country;
  if (!one_of(row.list("sector"), actor.sector)) fault += " sector " + actor.sector;
  if (actor.name.find(row["name"]) == std::string::npos) fault += " name " + actor.name;
  return fault;
}

TEST(Actors, SentencesNameWhomAReaderWouldRecord) {
  std::size_t rows = 0;
  each_coded_row("sentences.tsv", WIREROOM_ACTOR_SENTENCES,
                 {"date", "text", "words", "form", "country", "sector", "name"}, {},
                 [&](const Table::Row& row, const Coded& coded) {
                   ++rows;
                   const Span words = asked(coded.report.text.view(), row["words"]);
                   ASSERT_FALSE(words.empty()) << row.place();
                   // A row that is not met yet bears the word todo; once it is met the word has to go.
                   std::string_view form = row["form"];
                   const bool open = form.starts_with(kTodo);
                   if (open) form.remove_prefix(kTodo.size());
                   const std::string fault = fault_of(coded, mention_at(coded, words), row, form);
                   if (open)
                     EXPECT_FALSE(fault.empty()) << row.place() << " is met now: take the word todo away";
                   else
                     EXPECT_EQ(fault, "") << row.place() << ": \"" << row["words"] << "\"";
                 });
  EXPECT_GT(rows, 55u);
}

}  // namespace
}  // namespace wireroom
