#include "testing/conllu_fixture.h"

#include <set>
#include <sstream>
#include <stdexcept>
#include <string>

#include "wireroom/calendar.h"

namespace wireroom::testing {
namespace {

std::string_view keep(const std::string& text) {  // Word holds views; fixtures live as long as the test program
  static std::set<std::string> all;
  return *all.insert(text).first;
}

NameType name_type(const std::string& text) {
  for (NameType type : {NameType::PER, NameType::ORG, NameType::GPE, NameType::LOC, NameType::NORP, NameType::MISC})
    if (text == name(type)) return type;
  throw std::runtime_error("no such type of name: " + text);
}

Word word_of(const std::string& line) {
  std::istringstream in(line);
  std::string id, form, lemma, upos, xpos, feats, head, relation, misc;
  if (!(in >> id >> form >> lemma >> upos >> xpos >> feats >> head >> relation >> misc))
    throw std::runtime_error("nine columns wanted: " + line);
  Word word;
  word.form = form;
  word.lemma = lemma;
  word.upos = keep(upos);
  word.xpos = keep(xpos);
  word.feats = keep(feats);
  word.relation = keep(relation);
  word.head = std::stoi(head) - 1;
  if (const auto at = misc.find("NER="); at != std::string::npos) {
    word.name_begins = misc[at + 4] == 'B';
    word.name = name_type(misc.substr(at + 6, misc.find('|', at) - at - 6));
  }
  word.space_after = misc.find("SpaceAfter=No") == std::string::npos;
  return word;
}

}  // namespace

Fixture fixture(std::string_view conllu, std::string_view published) {
  Fixture result;
  std::string text;
  std::istringstream in{std::string(conllu)};
  Sentence sentence;
  const auto finish = [&] {
    if (sentence.words.empty()) return;
    sentence.span = {sentence.words.front().span.begin, sentence.words.back().span.end};
    sentence.link_children();
    result.parse.sentences.push_back(std::move(sentence));
    sentence = {};
  };
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) {
      finish();
      continue;
    }
    Word word = word_of(line);
    word.span.begin = static_cast<std::uint32_t>(text.size());
    text += word.form;
    word.span.end = static_cast<std::uint32_t>(text.size());
    if (word.space_after) text += ' ';
    sentence.words.push_back(std::move(word));
  }
  finish();
  while (!text.empty() && text.back() == ' ') text.pop_back();
  result.report.id = "test";
  result.report.text = Text::decode(text);
  result.report.blocks.push_back({BlockKind::paragraph, {0, result.report.text.size()}});
  if (!published.empty()) {
    const auto date = parse_iso_date(published);
    if (!date) throw std::runtime_error("no date: " + std::string(published));
    result.report.published = Published{*date, Precision::day, DateBasis::option, std::nullopt};
  }
  return result;
}

}  // namespace wireroom::testing
