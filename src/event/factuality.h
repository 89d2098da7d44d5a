// Did it happen? Every verb and event noun of a report with a value from -3 (certainly not) over 0 (open) to 3
// (certainly): signatures of the words above it (rules/event/signatures.tsv) multiply along the way from the root,
// after TruthTeller (Lotan, Stern and Dagan 2013); its own negation, modals, condition and question come last. The
// encoder's own value (Word::factuality) is averaged in, after Stanovsky et al. 2017 who learn over both; then the
// scale is bent to that of readers. Nouns are those of rules/event/event_nouns.tsv.
//
//   WIREROOM_TRY(factuality, FactualityReader::load());
//   coded.predicates = factuality.read(coded.parse);
//
// Thread-safe; linear in the words of a sentence.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "event/lemma_book.h"
#include "event/tree.h"
#include "wireroom/proposition.h"
#include "wireroom/sentence.h"

namespace wireroom {

// What a predicate tells of the act below it: its value while the predicate is a fact, and while it is denied.
struct Signature {
  double yes = 3, no = -3;
};

class Signatures {
 public:
  // Columns words (cut at '|'), frame, yes, no.
  static Result<Signatures> read(std::string file, std::string_view bytes);

  // nullptr if the word has none in this frame ("that", "to", "ing", "noun").
  [[nodiscard]] const Signature* find(std::string_view lemma, std::string_view frame) const;
  [[nodiscard]] std::vector<std::string> words() const;

 private:
  std::map<std::string, std::map<std::string, Signature, std::less<>>, std::less<>> frames_;
};

class FactualityReader {
 public:
  static Result<FactualityReader> load();

  // In the order of the text.
  [[nodiscard]] std::vector<Predicate> read(const Parse& parse) const;

 private:
  FactualityReader(Signatures signatures, LemmaBook book, std::set<std::string, std::less<>> event_nouns)
      : signatures_(std::move(signatures)), book_(std::move(book)), event_nouns_(std::move(event_nouns)) {}
  [[nodiscard]] std::vector<double> values(const Tree& tree) const;
  // What the words above say of this one, given their own values.
  [[nodiscard]] double from_above(const Tree& tree, Tree::Node node, const std::vector<double>& values,
                                  const std::vector<double>& contexts) const;
  [[nodiscard]] static double own(const Tree& tree, Tree::Node node, double context);

  Signatures signatures_;
  LemmaBook book_;
  std::set<std::string, std::less<>> event_nouns_;  // lemmas
};

}  // namespace wireroom
