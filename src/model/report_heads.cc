#include "model/report_heads.h"

#include <algorithm>
#include <cmath>

#include "model/encoder.h"
#include "model/products.h"

namespace wireroom {
namespace {

constexpr float kFactualityEnd = 3;

bool is_cue(std::uint8_t role) { return role == 1 || role == 2; }

// Probabilities of `size` scores, into the scores, which have room up to the next multiple of 8.
void soft_max(const Model& model, float* scores, std::size_t size) { model.kernels->softmax(scores, 1, 0, size, 1.0F); }

// Calls use(word of the pack, scores of that word) for all words, after hidden and output layer.
template <typename Use>
void for_scores(const Model& model, Workspace& workspace, const Matrix& hidden, const Matrix& output, Group group,
                Use use) {
  for_row_blocks(workspace, [&](std::size_t row, std::size_t count) {
    const float* states = workspace.states[group].data() + row * model.hidden;
    const float* inner = project(model, hidden, states, model.hidden, count, workspace.bytes, workspace.report_hidden);
    float* scores = multiply(model, output, inner, hidden.width(), count, workspace.bytes, workspace.logits);
    for_words(workspace, row, count, [&](std::size_t word, std::size_t i) { use(word, scores + i * output.width()); });
  });
}

// The cue of each word of a source or content: the first word of one of the sentence's cues, or the root's row, which
// stands for a cue elsewhere.
void link_cues(const Model& model, Workspace& workspace, std::size_t s) {
  Pack& pack = workspace.pack;
  const Pack::Sentence& sentence = pack.sentences[s];
  WordLabels* labels = pack.labels.data() + sentence.first_word;
  const auto asks = [](const WordLabels& label) { return label.role != 0 && !is_cue(label.role); };
  if (std::none_of(labels, labels + sentence.words, asks)) return;
  std::vector<std::int32_t>& cues = workspace.cue_words;
  cues.assign(1, -1);
  for (std::size_t i = 0; i < sentence.words; ++i)
    if (is_cue(labels[i].role) && labels[i].role % 2 == 1) cues.push_back(static_cast<std::int32_t>(i));
  const std::size_t width = model.statements->cue_head.width();
  const float* root = workspace.states[kStatements].data() + (state_row(pack, s, 0) - 1) * model.hidden;
  const float* to = project(model, model.statements->cue_head, root, model.hidden, sentence.words + 1, workspace.bytes,
                            workspace.cue_heads);
  const float* from = multiply(model, model.statements->cue_dependent, root + model.hidden, model.hidden,
                               sentence.words, workspace.bytes, workspace.cue_dependents);
  float* scores = room(workspace.cue_scores, padded(cues.size()));
  for (std::size_t i = 0; i < sentence.words; ++i) {
    if (!asks(labels[i])) continue;
    for (std::size_t c = 0; c < cues.size(); ++c)
      model.kernels->dots(from + i * width, to + static_cast<std::size_t>(cues[c] + 1) * width, width, 1, width,
                          scores + c);
    soft_max(model, scores, cues.size());
    const auto best = std::max_element(scores, scores + cues.size());
    labels[i].cue = cues[static_cast<std::size_t>(best - scores)];
    labels[i].cue_score = *best;
  }
}

}  // namespace

void find_attributions(const Model& model, Workspace& workspace) {
  if (!model.statements) return;
  Pack& pack = workspace.pack;
  for (std::size_t s = 0; s < pack.sentences.size(); ++s) {
    for (std::size_t i = 0; i < pack.sentences[s].words; ++i) {
      const std::size_t state = pack.word_states[pack.sentences[s].first_word + i];
      model.kernels->add(workspace.states[kStatements].data() + state_row(pack, s, i) * model.hidden,
                         model.statements->word_state.data() + state * model.hidden, model.hidden);
    }
    // The root is outside of all quotations.
    model.kernels->add(workspace.states[kStatements].data() + (state_row(pack, s, 0) - 1) * model.hidden,
                       model.statements->word_state.data(), model.hidden);
  }
  workspace.role_scores.resize(pack.labels.size());
  workspace.roles.resize(pack.labels.size());
  for_scores(model, workspace, model.statements->role_hidden, model.statements->role_output, kStatements,
             [&](std::size_t word, const float* scores) {
               std::copy_n(scores, kRoleLabels.size(), workspace.role_scores[word].begin());
             });
  for (std::size_t s = 0; s < pack.sentences.size(); ++s) {
    const Pack::Sentence& sentence = pack.sentences[s];
    workspace.role_decoder.decode(workspace.role_scores.data() + sentence.first_word, sentence.words,
                                  workspace.roles.data() + sentence.first_word);
    for (std::size_t word = sentence.first_word; word < sentence.first_word + sentence.words; ++word) {
      alignas(32) float chances[8] = {};
      std::copy_n(workspace.role_scores[word].begin(), kRoleLabels.size(), chances);
      soft_max(model, chances, kRoleLabels.size());
      const std::uint8_t role = workspace.roles[word];
      pack.labels[word].role = role;
      const auto begin = static_cast<std::size_t>((role + 1) / 2 * 2 - 1);  // B- and I- of the role together
      pack.labels[word].role_score = role == 0 ? chances[0] : chances[begin] + chances[begin + 1];
    }
    if (sentence.words > 0) link_cues(model, workspace, s);
  }
}

void find_factuality(const Model& model, Workspace& workspace) {
  if (!model.factuality) return;
  for_scores(model, workspace, model.factuality->hidden, model.factuality->output, kFactuality,
             [&](std::size_t word, const float* scores) {
               workspace.pack.labels[word].factuality = std::clamp(scores[0], -kFactualityEnd, kFactualityEnd);
             });
}

void find_events(const Model& model, Workspace& workspace) {
  if (!model.events) return;
  const std::size_t types = model.event_types.size();
  for_scores(model, workspace, model.events->hidden, model.events->output, kEvents,
             [&](std::size_t word, float* scores) {
               soft_max(model, scores, types);
               const auto best = std::max_element(scores + 1, scores + types);
               WordLabels& label = workspace.pack.labels[word];
               label.event = static_cast<std::uint8_t>(best - scores);
               label.event_score = *best;
               label.no_event_score = scores[0];
             });
}

}  // namespace wireroom
