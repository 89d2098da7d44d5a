// The shipped model says the same, to the last bit, with every set of kernels that this machine has.
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/assets.h"
#include "model/model.h"
#include "model/workspace.h"
#include "parse/name_types.h"
#include "parse/parser.h"

namespace wireroom {
namespace {

// Sentences of `most` words at most, put together by chance; numbers and long words make several pieces.
std::vector<Sentence> random_sentences(std::size_t count, std::size_t most) {
  constexpr std::array kForms = {"The",    "foreign", "minister",  "of",    "Kenya",   ",",        "Maria",
                                 "Kovacs", "said",    "talks",     "with",  "rebels",  "had",      "been",
                                 "held",   "in",      "Riga",      "on",    "Tuesday", "\"",       "We",
                                 "will",   "not",     "be",        "ceded", "14",      "police",   "killed",
                                 "22,500", "FARC-EP", "denounced", "a",     "and",     "Odhiambo", "."};
  std::mt19937 random(7);
  std::vector<Sentence> sentences(count);
  for (Sentence& sentence : sentences)
    for (std::size_t left = 1 + random() % most; left > 0; --left)
      sentence.words.emplace_back().form = kForms[random() % kForms.size()];
  return sentences;
}

// All that the model tells of a sentence; floats by their bits.
std::string told(const Sentence& sentence) {
  std::string all;
  const auto add = [&](double value) {
    std::uint64_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    all += std::to_string(bits) + ' ';
  };
  for (const Word& word : sentence.words) {
    for (const std::string_view part :
         {std::string_view(word.form), std::string_view(word.lemma), std::string_view(word.upos),
          std::string_view(word.xpos), std::string_view(word.feats), std::string_view(word.relation),
          std::string_view(word.event)})
      all.append(part) += '\t';
    for (const int number : {static_cast<int>(word.head), static_cast<int>(word.name),
                             static_cast<int>(word.attribution.role), static_cast<int>(word.attribution.cue)})
      all += std::to_string(number) + ' ';
    for (const double value :
         std::initializer_list<double>{word.factuality.value_or(9), word.event_score, word.no_event_score,
                                       word.attribution.score, word.attribution.cue_score})
      add(value);
    all += '\n';
  }
  return all;
}

TEST(KernelSets, TellTheSame) {
  const Result<std::string_view> weights = asset("models/base.weights");
  ASSERT_TRUE(weights) << weights.error().message;
  Result<Model> model = Model::load(*weights);
  ASSERT_TRUE(model) << model.error().message;
  const Result<NameTypes> types = NameTypes::load();
  ASSERT_TRUE(types) << types.error().message;

  const auto told_by = [&](const Kernels& kernels, std::size_t count) {
    model->kernels = &kernels;
    std::vector<Sentence> sentences = random_sentences(count, 40);
    Workspace workspace;
    analyse(*model, *types, workspace, sentences);
    std::vector<std::string> all;
    for (const Sentence& sentence : sentences) all.push_back(told(sentence));
    return all;
  };
  constexpr std::size_t kMany = 200, kFew = 8;  // the portable set takes its time
  const std::vector<std::string> best = told_by(best_kernels(), kMany);
  for (const Kernels* set : {avx2_kernels(), avx_vnni_kernels(), avx512_vnni_kernels(), amx_kernels()}) {
    if (set == nullptr) continue;
    EXPECT_EQ(told_by(*set, kMany), best) << set->name;
  }
  EXPECT_EQ(told_by(portable_kernels(), kFew), std::vector<std::string>(best.begin(), best.begin() + kFew));
}

}  // namespace
}  // namespace wireroom
