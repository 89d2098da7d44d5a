// The scratch memory of one thread: reused from report to report, so that a warm run allocates nothing. Not shared.
#pragma once

#include <array>
#include <vector>

#include "model/bio_decoder.h"
#include "model/floats.h"
#include "model/model.h"
#include "model/pack.h"
#include "model/tree_decoder.h"

namespace wireroom {

using NameDecoder = BioDecoder<kNameLabels.size()>;
using RoleDecoder = BioDecoder<kRoleLabels.size()>;

class Workspace {
 public:
  Pack pack;

  ByteRows bytes;  // what the next product takes

  // Encoder: by pieces.
  Floats layer_states, query_key_value, context, joined, inner;
  Floats keys, attention;           // of one sentence and head
  Floats queries;                   // of the last layer, by rows of states, see encoder.h
  std::vector<const float*> mixed;  // the states of one word
  // States of the words, mixed: by rows, see encoder.h.
  std::array<Floats, kGroups> states;

  // Heads: by rows of states, all of them or those of one block or sentence.
  Floats logits;
  Floats dependents, heads, head_scores, head_columns, arcs;
  Floats relation_dependents, relation_heads, chosen_heads, relation_products, relation_scores;
  Floats form_rows, spelling_hidden, spelling_forms, spelling_scores;
  Floats report_hidden, cue_dependents, cue_heads, cue_scores;
  std::vector<NameDecoder::Scores> name_scores;
  std::vector<RoleDecoder::Scores> role_scores;
  std::vector<std::uint8_t> roles;
  std::vector<std::int32_t> cue_words;
  std::vector<std::int32_t> row_words;    // the word of each row of states; -1: a root
  std::vector<std::size_t> word_numbers;  // of each word in its sentence
  std::vector<std::int32_t> tree;         // the head of each word, counted in its sentence; -1: the root
  std::vector<std::uint8_t> names;
  TreeDecoder tree_decoder;
  NameDecoder name_decoder;
  RoleDecoder role_decoder;
};

}  // namespace wireroom
