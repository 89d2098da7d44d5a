#include "parse/parser.h"

#include <algorithm>
#include <string_view>

#include "model/heads.h"
#include "model/lemma_script.h"
#include "model/model.h"
#include "model/word_shape.h"
#include "model/workspace.h"
#include "parse/letter_case.h"
#include "parse/name_types.h"
#include "parse/word_states.h"
#include "tokens/tokens.h"

namespace wireroom {
namespace {

// A pack is run once it holds so many pieces: enough to use each weight often while it is in the cache.
constexpr std::size_t kPackPieces = 400;

// A sentence, or a part of one that is too long, in the pack (of the same number there).
struct Segment {
  std::size_t sentence = 0, first_word = 0, words = 0;
};

constexpr NameType kTypes[] = {NameType::none, NameType::PER, NameType::ORG, NameType::LOC, NameType::MISC};

void set_name(std::uint8_t label, Word& word) {
  word.name = kTypes[(label + 1) / 2];  // O, B-PER, I-PER, B-ORG …
  word.name_begins = label % 2 == 1;
}

bool is_pause(const Word& word) {
  for (const std::string_view mark : {",", ";", ":", ".", "!", "?", "-", "–", "—", ")", "|"})
    if (word.form == mark) return true;
  return false;
}

// Where a segment that reaches from word `first` to `end` at most is best cut: behind the last mark of its second half.
std::size_t cut(const std::vector<Word>& words, std::size_t first, std::size_t end) {
  for (std::size_t at = end; at > first + (end - first) / 2; --at)
    if (is_pause(words[at - 1])) return at;
  return end;
}

class Analysis {
 public:
  Analysis(const Model& model, Workspace& workspace, std::vector<Sentence>& sentences)
      : model_(model), workspace_(workspace), sentences_(sentences) {}

  void run() {
    workspace_.pack.clear();
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      add(i);
      if (workspace_.pack.pieces.size() >= kPackPieces) flush();
    }
    flush();
  }

 private:
  void add(std::size_t number) {
    const std::vector<Word>& words = sentences_[number].words;
    const std::vector<std::uint8_t>& states = word_states_.of(sentences_[number]);
    for (std::size_t first = 0; first < words.size();) {
      const std::size_t end = add_segment(words, states, first);
      segments_.push_back({number, first, end - first});
      first = end;
    }
  }

  // Adds words from `first` on, as many as fit; returns the first word that is left.
  std::size_t add_segment(const std::vector<Word>& words, const std::vector<std::uint8_t>& states, std::size_t first) {
    Pack& pack = workspace_.pack;
    pack.begin_sentence(model_);
    std::size_t at = first;
    while (at < words.size()) {
      pack.add_word(model_, words[at].form, word_shape(words[at].form, at == 0), states[at]);
      if (pack.open_pieces() > model_.positions) {
        at = cut(words, first, at);
        pack.remove_words_from(pack.sentences.back().first_word + at - first);
        break;
      }
      ++at;
    }
    pack.end_sentence(model_);
    return at;
  }

  void flush() {
    if (segments_.empty()) return;
    run_model(model_, workspace_);
    for (std::size_t i = 0; i < segments_.size(); ++i) write(segments_[i], workspace_.pack.sentences[i].first_word);
    segments_.clear();
    workspace_.pack.clear();
  }

  // The labels of a segment, which begin at `labels` in the pack, into its sentence.
  void write(const Segment& segment, std::size_t labels) {
    Sentence& sentence = sentences_[segment.sentence];
    const auto first = static_cast<std::int32_t>(segment.first_word);
    for (std::size_t i = 0; i < segment.words; ++i) {
      const WordLabels& label = workspace_.pack.labels[labels + i];
      Word& word = sentence.words[segment.first_word + i];
      word.upos = model_.upos[label.upos];
      word.xpos = model_.xpos[label.xpos];
      word.feats = model_.feats[label.feats];
      word.relation = model_.relations[label.relation];
      apply_script(model_.lemma[label.lemma], word.form, word.lemma);
      set_name(label.name, word);
      set_report_labels(label, first, word);
      word.head = label.head < 0 ? kRoot : label.head + first;
      if (label.head < 0 && segment.first_word > 0) {  // the first segment's root is set already
        word.head = static_cast<std::int32_t>(sentence.root());
        word.relation = "parataxis";
      }
    }
  }

  void set_report_labels(const WordLabels& label, std::int32_t first, Word& word) const {
    if (model_.statements) {
      word.attribution.role = static_cast<AttributionRole>((label.role + 1) / 2);  // O, B-cue, I-cue, B-source …
      word.attribution.begins = label.role % 2 == 1;
      word.attribution.score = label.role_score;
      word.attribution.cue = label.cue < 0 ? -1 : label.cue + first;
      word.attribution.cue_score = label.cue_score;
    }
    if (model_.factuality) word.factuality = label.factuality;
    if (model_.events) {
      word.event = model_.event_types[label.event];
      word.event_score = label.event_score;
      word.no_event_score = label.no_event_score;
    }
  }

  const Model& model_;
  Workspace& workspace_;
  WordStates word_states_;
  std::vector<Sentence>& sentences_;
  std::vector<Segment> segments_;
};

}  // namespace

void analyse(const Model& model, const NameTypes& name_types, Workspace& workspace, std::vector<Sentence>& sentences) {
  Analysis(model, workspace, sentences).run();
  for (Sentence& sentence : sentences) {
    name_types.refine(sentence);
    restore_case(sentence);
    sentence.link_children();
  }
}

Parse parse(const Model& model, const NameTypes& name_types, Workspace& workspace, const Tokenizer& tokenizer,
            const Report& report) {
  Parse result{tokenizer.split(report)};
  analyse(model, name_types, workspace, result.sentences);
  return result;
}

}  // namespace wireroom
