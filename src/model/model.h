// The model `base`: weights and label tables, read once, immutable, shared by all threads. What each part means and the
// arithmetic is docs/model.md.
//
//   WIREROOM_TRY(model, Model::load(asset_bytes));
//   model.upos[labels.upos];
//
// Sizes come from the file; load() checks that all fit together and refuses with an Error what does not.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/floats.h"
#include "model/kernels/kernels.h"
#include "model/matrix.h"
#include "model/weight_file.h"
#include "model/wordpiece.h"

namespace wireroom {

// Groups of heads; each has its own mix of the layers.
enum Group : std::size_t { kTags, kTree, kNames, kStatements, kFactuality, kEvents, kGroups };
inline constexpr std::array<std::string_view, kGroups> kGroupNames = {"tags",       "tree",       "names",
                                                                      "statements", "factuality", "events"};

// Labels of names after the two schemes are joined: O, then B- and I- of each type.
inline constexpr std::array<std::string_view, 9> kNameLabels = {"O",     "B-PER", "I-PER",  "B-ORG", "I-ORG",
                                                                "B-LOC", "I-LOC", "B-MISC", "I-MISC"};

// Labels of words in attributions.
inline constexpr std::array<std::string_view, 7> kRoleLabels = {"O",        "B-cue",     "I-cue",    "B-source",
                                                                "I-source", "B-content", "I-content"};

class Model {
 public:
  struct Norm {
    Floats weight, bias;
  };
  struct Layer {
    Matrix query_key_value, output, inner, outer;
    Norm attention_norm, output_norm;
  };
  struct NameHead {
    Matrix matrix;
    std::array<std::size_t, kNameLabels.size()> output_of{};  // of each of kNameLabels
  };

  // What the spelling of a word adds to its lemma's scores.
  struct Spelling {
    WeightFile::Tensor table;  // a row a bucket of form_features.h
    Matrix hidden, form, output;
  };
  struct Statements {
    Floats word_state;  // a row a WordState
    Matrix role_hidden, role_output, cue_dependent, cue_head;
  };
  // Two layers.
  struct Scorer {
    Matrix hidden, output;
  };

  // `weights` must outlive the model, whose vocabulary and label tables point into it.
  [[nodiscard]] static Result<Model> load(std::string_view weights);

  const Kernels* kernels = &best_kernels();
  std::size_t hidden = 0, heads = 0, inner = 0, positions = 0;
  std::size_t arc = 0, relation_size = 0;

  // Encoder
  std::unique_ptr<Wordpiece> wordpiece;
  WeightFile::Tensor word_embedding;
  Floats position_embedding, shape_embedding;
  Norm embedding_norm;
  std::vector<Layer> layers;
  std::array<std::vector<float>, kGroups> mix;  // weight of the embeddings and of each layer; empty without such heads
  Floats name_shape;

  // Heads
  Matrix upos_head, xpos_head, feats_head, lemma_head;
  Matrix arc_dependent, arc_head;
  FloatMatrix arc_bilinear;  // the last row is arc.bias
  Matrix relation_dependent, relation_head;
  // Row r * relation_stride() + p is row p of R_r; the last input is the constant 1.
  Matrix relation_bilinear;
  std::vector<NameHead> name_heads;
  // Those that the file has.
  std::optional<Spelling> spelling;
  std::optional<Statements> statements;
  std::optional<Scorer> factuality, events;

  // Label tables
  std::vector<std::string_view> upos, xpos, feats, lemma, relations;
  std::vector<std::string_view> event_types;      // the first is none
  std::vector<std::uint32_t> lemma_least_length;  // code points that a form needs for the script to apply
  std::size_t root_relation = 0;

  [[nodiscard]] std::size_t relation_stride() const { return (relation_size + 8) / 8 * 8; }  // size + 1, up to 8

 private:
  Model() = default;
  [[nodiscard]] Status read_encoder(const WeightFile& file);
  [[nodiscard]] Status read_mixes(const WeightFile& file);
  [[nodiscard]] Status read_labels(const WeightFile& file);
  [[nodiscard]] Status read_tag_and_name_heads(const WeightFile& file);
  [[nodiscard]] Status read_tree_heads(const WeightFile& file);
  [[nodiscard]] Status read_spelling(const WeightFile& file);
  [[nodiscard]] Status read_report_heads(const WeightFile& file);
};

}  // namespace wireroom
