#include "statement/score.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/assets.h"
#include "base/table.h"

namespace wireroom {
namespace {

std::string source_class(const Coded& coded, const SentenceView& s, const Attribution& a) {
  if (!a.source) return "none";
  const std::uint32_t i = *a.source;
  const std::string_view form = s.form(i), tag = s.word(i).xpos;
  if (tag == "WP" || tag == "WDT") return form == "who" ? "who" : "relative";
  if (among(form, {"i", "we", "my", "our"})) return "first_person";
  if (among(form, {"you", "your"})) return "second_person";
  if (among(form, {"it", "this", "that", "these", "those", "what", "its"})) return "neuter";
  if (tag == "PRP" || tag == "PRP$") return "pronoun";
  const Mention* mention = coded.actors.with_head(s.number(), i);
  if (!mention) mention = coded.actors.covering(s.number(), i);
  if (mention && mention->form != MentionForm::adjective) {
    switch (coded.actors.actors[mention->actor].kind) {
      case ActorKind::person:
        return "person";
      case ActorKind::organisation:
      case ActorKind::country:
        return "body";
      case ActorKind::group:
        return "group";
      case ActorKind::unnamed:
        return "unnamed";
    }
  }
  if (s.word(i).name == NameType::PER) return "person";
  if (s.word(i).name != NameType::none) return "body";
  return s.word(i).upos == "PROPN" ? "body" : "thing";
}

std::string cue_class(const SentenceView& s, const Attribution& a) {
  const std::uint32_t i = a.cue;
  if (!s.is_verb(i)) return "no_verb";
  if (s.has_child_form(i, "to")) return "infinitive";
  for (const std::uint32_t c : s.children(i))
    if (s.word(c).xpos == "MD") return "modal";
  if (s.is_passive(i)) return "passive";
  if (s.word(i).xpos == "VBG") return "participle";
  if (s.word(i).xpos == "VBD") return "past";
  return s.word(i).xpos == "VBN" ? "perfect" : "present";
}

std::string clause_class(const SentenceView& s, const Attribution& a) {
  const std::string_view relation = s.relation(a.cue);
  if (relation == "acl:relcl") return "relative";
  if (relation == "advcl") return "adverbial";
  if (relation == "acl") return "adnominal";
  if (relation == "ccomp" || relation == "xcomp") return "complement";
  if (relation == "conj") return "conjunct";
  if (relation == "root" || relation == "parataxis") return "main";
  return "other";
}

}  // namespace

Result<StatementScores> StatementScores::load() {
  StatementScores scores;
  constexpr std::string_view kFile = "rules/statement/scores.tsv";
  WIREROOM_TRY(bytes, asset(kFile));
  WIREROOM_TRY(rows, Table::read(std::string(kFile), bytes, {"feature", "weight", "tagged"}));
  for (const Table::Row& row : rows.rows())
    for (Part* part : {&scores.plain_, &scores.tagged_}) {
      const std::string_view text = row[part == &scores.plain_ ? "weight" : "tagged"];
      double weight = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
      if (!text.empty() && (error != std::errc{} || end != text.data() + text.size()))
        return Error{ErrorKind::data, fmt::format("{}: \"{}\" is no number", row.place(), text)};
      if (row["feature"] == "threshold")
        part->threshold = weight;
      else
        part->weights[std::string(row["feature"])] = weight;
    }
  return scores;
}

double StatementScores::score(const Features& features, bool tagged) const {
  const auto& weights = (tagged ? tagged_ : plain_).weights;
  double sum = 0;
  for (const std::string& feature : features)
    if (const auto found = weights.find(feature); found != weights.end()) sum += found->second;
  return 1 / (1 + std::exp(-sum));
}

Features features_of(const Coded& coded, const SentenceView& s, const Attribution& a) {
  std::string rule = a.rule;
  std::replace(rule.begin(), rule.end(), ' ', '_');
  Features features{"bias", "rule=" + rule};
  if (a.doubtful) features.push_back("doubtful_frame");
  features.push_back(fmt::format("act={}", name(a.act)));
  features.push_back("source=" + source_class(coded, s, a));
  features.push_back("cue=" + cue_class(s, a));
  features.push_back("clause=" + clause_class(s, a));
  const auto step = [](double p) {
    return p >= 0.95 ? "95" : p >= 0.85 ? "85" : p >= 0.7 ? "70" : p >= 0.5 ? "50" : "0";
  };
  if (a.tag == Tag::none) features.push_back(fmt::format("tag=none_{}", step(a.tag_score)));
  if (a.tag == Tag::inside) features.push_back(fmt::format("tag=inside_{}", step(a.tag_score)));
  if (a.tag == Tag::cue) {
    features.push_back(fmt::format("tag=cue_{}", step(a.tag_score)));
    features.push_back(fmt::format("tag_content={}", step(a.tag_content)));
  }
  if (a.negated) features.push_back("negated");
  if (s.quotation(a.cue) >= 0) features.push_back("cue_quoted");
  if (!a.quotations.empty()) features.push_back("with_quotation");
  const auto words = static_cast<std::size_t>(
      std::count_if(a.content.begin(), a.content.end(), [&](std::uint32_t i) { return !s.is_punctuation(i); }));
  if (a.quotations.empty() && words <= 2) features.push_back(words <= 1 ? "one_word" : "two_words");
  if (coded.report.blocks[s.sentence().block].kind == BlockKind::headline) features.push_back("headline");
  return features;
}

}  // namespace wireroom
