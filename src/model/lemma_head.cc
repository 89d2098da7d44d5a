#include "model/lemma_head.h"

#include <algorithm>

#include "model/encoder.h"
#include "model/products.h"

namespace wireroom {
namespace {

// The best lemma script that applies to a form of `length` code points; 0 if none does.
std::uint16_t best_lemma(const Model& model, const float* scores, std::uint32_t length) {
  std::size_t best = 0;
  bool found = false;
  for (std::size_t i = 0; i < model.lemma.size(); ++i) {
    if (model.lemma_least_length[i] > length || (found && scores[i] <= scores[best])) continue;
    best = i;
    found = true;
  }
  return static_cast<std::uint16_t>(best);
}

// Adds to `scores` what the spelling of the words of the rows from `row` on tells, beside their states, which the
// workspace's bytes hold.
void add_spelling(const Model& model, Workspace& workspace, const Model::Spelling& spelling, std::size_t row,
                  std::size_t count, float* scores) {
  float* hidden = room(workspace.spelling_hidden, count * spelling.hidden.width());
  spelling.hidden.apply(*model.kernels, workspace.bytes, hidden, spelling.hidden.width());
  const std::size_t width = padded(spelling.form.inputs());
  float* forms = room(workspace.form_rows, count * width);
  std::fill_n(forms, count * width, 0.0F);
  for_words(workspace, row, count, [&](std::size_t word, std::size_t i) {
    for (const std::uint16_t bucket : workspace.pack.word_forms[word]) {
      const std::int8_t* bytes = spelling.table.bytes(bucket);
      const float scale = spelling.table.scale(bucket);
      for (std::size_t k = 0; k < spelling.table.columns; ++k)
        forms[i * width + k] += static_cast<float>(bytes[k]) * scale;
    }
  });
  const float* form = multiply(model, spelling.form, forms, width, count, workspace.bytes, workspace.spelling_forms);
  model.kernels->add(hidden, form, count * spelling.hidden.width());
  model.kernels->leaky(hidden, count * spelling.hidden.width(), kLeakySlope);
  const float* more = multiply(model, spelling.output, hidden, spelling.hidden.width(), count, workspace.bytes,
                               workspace.spelling_scores);
  model.kernels->add(scores, more, count * spelling.output.width());
}

}  // namespace

void find_lemmas(const Model& model, Workspace& workspace) {
  Pack& pack = workspace.pack;
  const Matrix& matrix = model.lemma_head;
  for_row_blocks(workspace, [&](std::size_t row, std::size_t count) {
    const float* states = workspace.states[kTags].data() + row * model.hidden;
    float* scores = multiply(model, matrix, states, model.hidden, count, workspace.bytes, workspace.logits);
    if (model.spelling) add_spelling(model, workspace, *model.spelling, row, count, scores);
    for_words(workspace, row, count, [&](std::size_t word, std::size_t i) {
      pack.labels[word].lemma = best_lemma(model, scores + i * matrix.width(), pack.word_lengths[word]);
    });
  });
}

}  // namespace wireroom
