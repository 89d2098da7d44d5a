#include "fuzz/scrambled_parse.h"

#include <array>
#include <string_view>

#include "tokens/characters.h"

namespace wireroom::fuzz {
namespace {

struct Tag {
  std::string_view upos, xpos, feats;
};
constexpr std::array<Tag, 24> kTags = {{
    {"NOUN", "NN", "Number=Sing"},
    {"NOUN", "NNS", "Number=Plur"},
    {"PROPN", "NNP", "Number=Sing"},
    {"PROPN", "NNPS", "Number=Plur"},
    {"VERB", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"},
    {"VERB", "VBZ", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"},
    {"VERB", "VB", "VerbForm=Inf"},
    {"VERB", "VBG", "VerbForm=Ger"},
    {"VERB", "VBN", "Tense=Past|VerbForm=Part|Voice=Pass"},
    {"AUX", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"},
    {"AUX", "MD", "VerbForm=Fin"},
    {"ADJ", "JJ", "Degree=Pos"},
    {"ADV", "RB", "_"},
    {"ADP", "IN", "_"},
    {"DET", "DT", "Definite=Def|PronType=Art"},
    {"PRON", "PRP", "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs"},
    {"PRON", "PRP$", "Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs"},
    {"PART", "TO", "_"},
    {"PART", "POS", "_"},
    {"CCONJ", "CC", "_"},
    {"SCONJ", "IN", "_"},
    {"NUM", "CD", "NumType=Card"},
    {"SYM", "$", "_"},
    {"X", "FW", "_"},
}};
constexpr std::array<std::string_view, 32> kRelations = {
    "nsubj", "obj",    "iobj",      "obl",      "nmod",       "nmod:poss", "amod",         "advmod",
    "advcl", "acl",    "acl:relcl", "ccomp",    "xcomp",      "conj",      "cc",           "case",
    "mark",  "det",    "aux",       "aux:pass", "nsubj:pass", "obl:agent", "appos",        "compound",
    "flat",  "nummod", "parataxis", "cop",      "fixed",      "csubj",     "compound:prt", "obl:unmarked"};
constexpr std::array<NameType, 6> kNames = {NameType::PER, NameType::ORG,  NameType::GPE,
                                            NameType::LOC, NameType::NORP, NameType::MISC};

// SplitMix64 (Steele, Lea and Flood 2014).
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return static_cast<std::size_t>((z ^ (z >> 31)) % limit);
  }

 private:
  std::uint64_t state_;
};

void draw_word(Word& word, NameType before, Draw& draw) {
  fold(word.form, word.lemma);
  const Character first = character_at(word.form, 0);
  if (!first.is_word()) {
    word.upos = "PUNCT";
    word.xpos = word.feats = "_";
  } else {
    const Tag& tag = first.kind == CharacterKind::digit                         ? kTags[21]
                     : first.kind == CharacterKind::upper && draw.below(3) != 0 ? kTags[2]
                                                                                : kTags[draw.below(kTags.size())];
    word.upos = tag.upos;
    word.xpos = tag.xpos;
    word.feats = tag.feats;
  }
  if (word.upos == "PROPN" || draw.below(16) == 0) {
    word.name = before != NameType::none && draw.below(2) == 0 ? before : kNames[draw.below(kNames.size())];
    word.name_begins = word.name != before || draw.below(4) == 0;
  }
}

// Each word but the root hangs on one that is nearer to the root in a drawn order, so that there is no circle.
void draw_tree(Sentence& sentence, Draw& draw) {
  const std::size_t size = sentence.words.size();
  std::vector<std::size_t> order(size);
  for (std::size_t i = 0; i < size; ++i) order[i] = i;
  for (std::size_t i = size; i > 1; --i) std::swap(order[i - 1], order[draw.below(i)]);
  const bool chain = draw.below(16) == 0;  // as deep as can be
  for (std::size_t i = 0; i < size; ++i) {
    Word& word = sentence.words[order[i]];
    word.head = i == 0 ? kRoot : static_cast<std::int32_t>(order[chain ? i - 1 : draw.below(i)]);
    word.relation = i == 0 ? "root" : word.upos == "PUNCT" ? "punct" : kRelations[draw.below(kRelations.size())];
  }
}

}  // namespace

void scramble(std::vector<Sentence>& sentences, std::uint64_t seed) {
  Draw draw(seed);
  for (Sentence& sentence : sentences) {
    NameType before = NameType::none;
    for (Word& word : sentence.words) {
      draw_word(word, before, draw);
      before = word.name;
    }
    draw_tree(sentence, draw);
    sentence.link_children();
  }
}

}  // namespace wireroom::fuzz
