#include "batch.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/lemma_script.h"
#include "model/word_shape.h"

namespace wireroom::train {
namespace {

constexpr std::size_t kMostPieces = 256;  // longer training sentences are left out by plan()
constexpr double kRecased = 0.12;         // share of sentences shown in another case
constexpr double kUnknown = 0.04;         // share of words shown as [UNK]
constexpr double kFormHidden = 0.3;       // share of words whose whole form is not told, only its endings

std::uint8_t recased(std::uint8_t shape, Case as) {
  const std::uint8_t first = shape & 8, kind = shape & 7;
  if (as == Case::as_is || kind >= 5) return shape;
  if (as == Case::lower) return first;
  if (as == Case::title) return kind == 0 ? first + 1 : shape;
  return first + (kind == 3 ? 3 : 2);
}

// The form as it would be printed in another case. ASCII is enough for what is learnt from it.
std::string recased(std::string form, Case as) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (as == Case::capitals)
    for (char& c : form) c = is_lower(c) ? static_cast<char>(c - 32) : c;
  if (as == Case::lower)
    for (char& c : form) c = is_upper(c) ? static_cast<char>(c + 32) : c;
  if (as == Case::title && !form.empty() && is_lower(form[0])) form[0] = static_cast<char>(form[0] - 32);
  return form;
}

torch::Tensor filled(std::size_t rows, std::size_t columns, std::int64_t value) {
  return torch::full({static_cast<std::int64_t>(rows), static_cast<std::int64_t>(columns)}, value, torch::kInt64);
}

}  // namespace

Encoded encode(const Example& example, const Labels& labels, const Wordpiece& wordpiece) {
  Encoded out;
  std::string scratch;
  out.pieces.push_back(wordpiece.begin());
  out.shapes.push_back(kNoShape);
  out.first.push_back(0);
  out.word_shapes.push_back(kNoShape);
  out.forms.push_back({});
  out.unknown = wordpiece.unknown();
  out.share = example.share;
  for (std::size_t i = 0; i < example.forms.size(); ++i) {
    out.first.push_back(static_cast<std::int32_t>(out.pieces.size()));
    wordpiece.encode(example.forms[i], scratch, out.pieces);
    const std::uint8_t shape = word_shape(example.forms[i], i == 0);
    out.word_shapes.push_back(shape);
    out.forms.push_back(form_features(example.forms[i]));
    out.shapes.resize(out.pieces.size(), shape);
  }
  out.pieces.push_back(wordpiece.end());
  out.shapes.push_back(kNoShape);
  const std::size_t words = out.first.size();
  out.tree = !example.words.empty();
  for (auto* column : {&out.upos, &out.xpos, &out.feats, &out.lemma[0], &out.lemma[1], &out.lemma[2], &out.lemma[3],
                       &out.head, &out.relation})
    column->assign(words, -100);
  for (std::size_t i = 0; i < example.words.size(); ++i) {
    const Gold& gold = example.words[i];
    out.upos[i + 1] = labels.upos.number(gold.upos);
    out.xpos[i + 1] = labels.xpos.number(gold.xpos);
    out.feats[i + 1] = labels.feats.number(gold.feats);
    for (const Case as : {Case::as_is, Case::capitals, Case::lower, Case::title}) {
      if (gold.lemma == "_") continue;
      const std::string script = lemma_script(recased(example.forms[i], as), gold.lemma);
      out.lemma[static_cast<int>(as)][i + 1] = labels.lemma.number(script);
    }
    out.head[i + 1] = gold.head;
    out.relation[i + 1] = labels.relation.number(gold.relation);
  }
  out.scheme = example.scheme;
  if (example.scheme != kNoScheme) {
    out.names.assign(words, -100);
    for (std::size_t i = 0; i < example.names.size(); ++i)
      out.names[i + 1] = labels.names[example.scheme].number(example.names[i]);
  }
  out.word_states.assign(words, 0);
  if (!example.roles.empty()) {
    out.roles.assign(words, -100);
    out.cues.assign(words, -100);
    for (std::size_t i = 0; i < example.roles.size(); ++i) {
      out.roles[i + 1] = labels.roles.number(example.roles[i]);
      if (example.cues[i] >= 0) out.cues[i + 1] = example.cues[i];
      out.word_states[i + 1] =
          static_cast<std::uint8_t>((example.quoted[i] ? 1 : 0) + (example.paragraph_first ? 2 : 0));
    }
  }
  if (!example.events.empty()) {
    out.events.assign(words, -100);
    for (std::size_t i = 0; i < example.events.size(); ++i)
      out.events[i + 1] = std::max(0, event_types().number(example.events[i]));
  }
  out.fact_set = example.fact_set;
  if (out.fact_set != kNoFacts) {
    out.facts.assign(words, std::nanf(""));
    std::copy(example.facts.begin(), example.facts.end(), out.facts.begin() + 1);
  }
  return out;
}

Batch make_batch(const std::vector<Encoded>& all, const std::vector<std::size_t>& members, std::mt19937_64* random) {
  std::size_t pieces = 0, words = 0;
  for (const std::size_t member : members) {
    pieces = std::max(pieces, all[member].pieces.size());
    words = std::max(words, all[member].first.size());
  }
  Batch batch;
  batch.members = members;
  batch.pieces = filled(members.size(), pieces, 0);
  batch.shapes = filled(members.size(), pieces, kNoShape);
  batch.piece_mask = torch::zeros({batch.pieces.size(0), batch.pieces.size(1)}, torch::kBool);
  batch.first = filled(members.size(), words, 0);
  batch.word_shapes = filled(members.size(), words, kNoShape);
  batch.word_mask = torch::zeros({batch.first.size(0), batch.first.size(1)}, torch::kBool);
  for (auto* column :
       {&batch.upos, &batch.xpos, &batch.feats, &batch.lemma, &batch.head, &batch.relation, &batch.names[kUner],
        &batch.names[kWiki], &batch.names[kGum], &batch.roles, &batch.cues, &batch.events})
    *column = filled(members.size(), words, -100);
  batch.word_states = filled(members.size(), words, 0);
  for (auto& facts : batch.facts)
    facts = torch::full({batch.first.size(0), batch.first.size(1)}, std::nanf(""), torch::kFloat32);
  batch.forms = torch::zeros({batch.first.size(0), batch.first.size(1), kFormFeatures}, torch::kInt64);
  const auto draw = [](std::mt19937_64& from) { return std::uniform_real_distribution<>(0, 1)(from); };
  for (std::size_t row = 0; row < members.size(); ++row) {
    const Encoded& e = all[members[row]];
    Case as = Case::as_is;
    if (random && draw(*random) < kRecased) as = std::array{Case::capitals, Case::lower, Case::title}[(*random)() % 3];
    auto* piece = batch.pieces[static_cast<std::int64_t>(row)].data_ptr<std::int64_t>();
    auto* shape = batch.shapes[static_cast<std::int64_t>(row)].data_ptr<std::int64_t>();
    auto* mask = batch.piece_mask[static_cast<std::int64_t>(row)].data_ptr<bool>();
    for (std::size_t i = 0; i < e.pieces.size(); ++i) {
      piece[i] = e.pieces[i];
      shape[i] = recased(e.shapes[i], as);
      mask[i] = true;
    }
    const auto copy = [row](torch::Tensor& to, const auto& from) {
      auto* values = to[static_cast<std::int64_t>(row)].data_ptr<std::int64_t>();
      std::copy(from.begin(), from.end(), values);
    };
    copy(batch.first, e.first);
    auto* word_shape = batch.word_shapes[static_cast<std::int64_t>(row)].data_ptr<std::int64_t>();
    auto* word_mask = batch.word_mask[static_cast<std::int64_t>(row)].data_ptr<bool>();
    for (std::size_t i = 0; i < e.first.size(); ++i) {
      word_shape[i] = recased(e.word_shapes[i], as);
      word_mask[i] = true;
    }
    if (e.tree) {
      copy(batch.upos, e.upos);
      copy(batch.xpos, e.xpos);
      copy(batch.feats, e.feats);
      copy(batch.lemma, e.lemma[static_cast<int>(as)]);
      copy(batch.head, e.head);
      copy(batch.relation, e.relation);
    }
    if (e.scheme != kNoScheme) copy(batch.names[e.scheme], e.names);
    copy(batch.word_states, e.word_states);
    if (!e.roles.empty()) {
      copy(batch.roles, e.roles);
      copy(batch.cues, e.cues);
    }
    if (!e.events.empty()) copy(batch.events, e.events);
    if (e.fact_set != kNoFacts) {
      auto* facts = batch.facts[e.fact_set][static_cast<std::int64_t>(row)].data_ptr<float>();
      std::copy(e.facts.begin(), e.facts.end(), facts);
    }
    auto* forms = batch.forms[static_cast<std::int64_t>(row)].data_ptr<std::int64_t>();
    for (std::size_t i = 0; i < e.forms.size(); ++i)
      std::copy(e.forms[i].begin(), e.forms[i].end(), forms + i * kFormFeatures);
    if (!random) continue;
    for (std::size_t i = 1; i < e.first.size(); ++i) {
      const std::size_t end = i + 1 < e.first.size() ? static_cast<std::size_t>(e.first[i + 1]) : e.pieces.size() - 1;
      if (draw(*random) < kUnknown) std::fill(piece + e.first[i], piece + end, e.unknown);
      if (draw(*random) < kFormHidden) forms[i * kFormFeatures] = 0;
    }
  }
  return batch;
}

std::vector<std::vector<std::size_t>> plan(const std::vector<Encoded>& all, std::size_t pieces,
                                           std::mt19937_64* random) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!random || (all[i].pieces.size() <= kMostPieces &&
                    (all[i].share >= 1 || std::uniform_real_distribution<double>(0, 1)(*random) < all[i].share)))
      order.push_back(i);
  if (random) std::shuffle(order.begin(), order.end(), *random);
  const auto shorter = [&all](std::size_t a, std::size_t b) { return all[a].pieces.size() < all[b].pieces.size(); };
  // Sorting within large chunks keeps like lengths together and the order of batches random.
  const std::size_t chunk = random ? 4000 : std::max<std::size_t>(order.size(), 1);
  std::vector<std::vector<std::size_t>> batches;
  for (std::size_t begin = 0; begin < order.size(); begin += chunk) {
    const auto first = order.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = order.begin() + static_cast<std::ptrdiff_t>(std::min(begin + chunk, order.size()));
    std::stable_sort(first, last, shorter);
    std::size_t longest = 0;
    bool open = false;
    for (auto at = first; at != last; ++at) {
      const std::size_t size = std::max(longest, all[*at].pieces.size());
      if (!open || size * (batches.back().size() + 1) > pieces) {
        batches.emplace_back();
        open = true;
        longest = 0;
      }
      batches.back().push_back(*at);
      longest = std::max(longest, all[*at].pieces.size());
    }
  }
  if (random) std::shuffle(batches.begin(), batches.end(), *random);
  return batches;
}

}  // namespace wireroom::train
