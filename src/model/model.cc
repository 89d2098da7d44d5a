#include "model/model.h"

#include <algorithm>
#include <charconv>

#include "model/form_features.h"
#include "model/pack.h"
#include "model/word_shape.h"

namespace wireroom {
namespace {

Error wrong(const std::string& what) {
  return {ErrorKind::data, "weight file: " + what + "; use the file that came with the program"};
}

Result<Floats> floats(const WeightFile& file, const std::string& name, std::size_t rows, std::size_t columns) {
  WIREROOM_TRY(tensor, file.tensor(name, rows, columns));
  Floats values(rows * columns);
  for (std::size_t row = 0; row < rows; ++row) tensor.copy_row(row, values.data() + row * columns);
  return values;
}

Result<Model::Norm> norm(const WeightFile& file, const std::string& name, std::size_t size) {
  WIREROOM_TRY(weight, floats(file, name + ".weight", 1, size));
  WIREROOM_TRY(bias, floats(file, name + ".bias", 1, size));
  return Model::Norm{std::move(weight), std::move(bias)};
}

Result<Model::Layer> layer(const WeightFile& file, const std::string& name, std::size_t hidden, std::size_t inner) {
  WIREROOM_TRY(attention, Matrix::read(file, {name + ".query", name + ".key", name + ".value"}, 3 * hidden, hidden));
  WIREROOM_TRY(output, Matrix::read(file, {name + ".output"}, hidden, hidden));
  WIREROOM_TRY(up, Matrix::read(file, {name + ".inner"}, inner, hidden));
  WIREROOM_TRY(down, Matrix::read(file, {name + ".outer"}, hidden, inner));
  WIREROOM_TRY(attention_norm, norm(file, name + ".attention_norm", hidden));
  WIREROOM_TRY(output_norm, norm(file, name + ".output_norm", hidden));
  return Model::Layer{std::move(attention), std::move(output),         std::move(up),
                      std::move(down),      std::move(attention_norm), std::move(output_norm)};
}

// How long a form must be for a lemma script (see script_applies); 0 for "=word".
std::uint32_t least_length(std::string_view script) {
  std::uint32_t cut = 0;
  if (script.starts_with('=') || script.empty()) return 0;
  std::from_chars(script.data() + 1, script.data() + script.size(), cut);
  return cut + 1;
}

Result<Model::NameHead> name_head(const WeightFile& file, const std::string& scheme, std::size_t hidden) {
  WIREROOM_TRY(labels, file.line("labels", "names." + scheme));
  Model::NameHead head;
  for (std::size_t i = 0; i < kNameLabels.size(); ++i) {
    std::string label(kNameLabels[i]);
    auto found = std::find(labels.begin(), labels.end(), label);
    if (found == labels.end() && label.ends_with("MISC")) {
      label.replace(2, std::string::npos, "OTH");  // the same under another name
      found = std::find(labels.begin(), labels.end(), label);
    }
    if (found == labels.end()) return wrong("its names." + scheme + " have no " + label);
    head.output_of[i] = static_cast<std::size_t>(found - labels.begin());
  }
  WIREROOM_TRY(matrix, Matrix::read(file, {"head.names." + scheme}, labels.size(), hidden));
  head.matrix = std::move(matrix);
  return head;
}

}  // namespace

Result<Model> Model::load(std::string_view weights) {
  WIREROOM_TRY(file, WeightFile::open(weights));
  Model model;
  for (const auto part : {&Model::read_encoder, &Model::read_labels, &Model::read_tag_and_name_heads,
                          &Model::read_tree_heads, &Model::read_spelling, &Model::read_report_heads}) {
    const Status status = (model.*part)(file);
    if (!status) return status.error();
  }
  return model;
}

Status Model::read_encoder(const WeightFile& file) {
  WIREROOM_TRY(layer_count, file.number("encoder", "layers", 1, 64));
  WIREROOM_TRY(hidden_size, file.number("encoder", "hidden", 16, 4096));
  WIREROOM_TRY(head_count, file.number("encoder", "heads", 1, 256));
  WIREROOM_TRY(inner_size, file.number("encoder", "inner", 16, 16384));
  WIREROOM_TRY(position_count, file.number("encoder", "positions", 20, 4096));
  WIREROOM_TRY(piece_count, file.number("encoder", "pieces", 3, 1000000));
  WIREROOM_TRY(shape_count, file.number("sizes", "shapes", kShapes, kShapes));
  hidden = hidden_size, heads = head_count, inner = inner_size, positions = position_count;
  if (hidden % heads != 0 || hidden / heads % kPanel != 0 || inner % kPanel != 0)
    return wrong("sizes of heads and inner layer must be multiples of 16");

  WIREROOM_TRY(vocabulary, file.text("vocabulary"));
  wordpiece = std::make_unique<Wordpiece>(vocabulary);
  if (static_cast<std::size_t>(wordpiece->size()) != piece_count)
    return wrong("its vocabulary has not the number of pieces that its header says");
  WIREROOM_TRY(words, file.tensor("embedding.word", piece_count, hidden));
  if (words.type != WeightFile::Type::i8) return wrong("embedding.word is not of type i8");
  word_embedding = words;
  WIREROOM_TRY(position_floats, floats(file, "embedding.position", positions, hidden));
  WIREROOM_TRY(shape_floats, floats(file, "embedding.shape", shape_count, hidden));
  WIREROOM_TRY(norm_floats, norm(file, "embedding.norm", hidden));
  WIREROOM_TRY(name_shape_floats, floats(file, "name_shape", shape_count, hidden));
  position_embedding = std::move(position_floats);
  shape_embedding = std::move(shape_floats);
  embedding_norm = std::move(norm_floats);
  name_shape = std::move(name_shape_floats);
  for (std::size_t l = 0; l < layer_count; ++l) {
    WIREROOM_TRY(one, layer(file, "layer." + std::to_string(l), hidden, inner));
    layers.push_back(std::move(one));
  }
  return read_mixes(file);
}

Status Model::read_mixes(const WeightFile& file) {
  WIREROOM_TRY(groups, file.line("groups"));
  WIREROOM_TRY(mixes, file.tensor("mix", groups.size(), layers.size() + 1));
  for (std::size_t row = 0; row < groups.size(); ++row) {
    const auto found = std::find(kGroupNames.begin(), kGroupNames.end(), groups[row]);
    if (found == kGroupNames.end()) continue;  // of heads that this program does not have
    std::vector<float>& to = mix[static_cast<std::size_t>(found - kGroupNames.begin())];
    to.resize(layers.size() + 1);
    mixes.copy_row(row, to.data());
  }
  for (const Group group : {kTags, kTree, kNames})
    if (mix[group].empty()) return wrong("it has no mix of " + std::string(kGroupNames[group]));
  return Done{};
}

Status Model::read_labels(const WeightFile& file) {
  const std::pair<std::string_view, std::vector<std::string_view>*> tables[] = {
      {"upos", &upos}, {"xpos", &xpos}, {"feats", &feats}, {"lemma", &lemma}, {"relation", &relations}};
  for (const auto& [key, table] : tables) {
    WIREROOM_TRY(labels, file.line("labels", key));
    if (labels.empty() || labels.size() > 65535)
      return wrong("its labels " + std::string(key) + " are none or too many");
    *table = std::move(labels);
  }
  for (const std::string_view script : lemma) lemma_least_length.push_back(least_length(script));
  const auto root = std::find(relations.begin(), relations.end(), "root");
  if (root == relations.end() || relations.size() < 2) return wrong("its relations lack root or all others");
  root_relation = static_cast<std::size_t>(root - relations.begin());
  return Done{};
}

Status Model::read_tag_and_name_heads(const WeightFile& file) {
  WIREROOM_TRY(upos_matrix, Matrix::read(file, {"head.upos"}, upos.size(), hidden));
  WIREROOM_TRY(xpos_matrix, Matrix::read(file, {"head.xpos"}, xpos.size(), hidden));
  WIREROOM_TRY(feats_matrix, Matrix::read(file, {"head.feats"}, feats.size(), hidden));
  WIREROOM_TRY(lemma_matrix, Matrix::read(file, {"head.lemma"}, lemma.size(), hidden));
  WIREROOM_TRY(uner, name_head(file, "uner", hidden));
  WIREROOM_TRY(wiki, name_head(file, "wiki", hidden));
  upos_head = std::move(upos_matrix);
  xpos_head = std::move(xpos_matrix);
  feats_head = std::move(feats_matrix);
  lemma_head = std::move(lemma_matrix);
  name_heads.push_back(std::move(uner));
  name_heads.push_back(std::move(wiki));
  if (file.has_line("labels", "names.gum")) {
    WIREROOM_TRY(gum, name_head(file, "gum", hidden));
    name_heads.push_back(std::move(gum));
  }
  return Done{};
}

Status Model::read_spelling(const WeightFile& file) {
  if (!file.has_line("spelling")) return Done{};
  WIREROOM_TRY(width, file.number("spelling", "form", 1, 1024));
  WIREROOM_TRY(inner_size, file.number("spelling", "hidden", 1, 4096));
  WIREROOM_TRY(buckets, file.number("spelling", "buckets", kFormBuckets, kFormBuckets));
  Spelling read;
  WIREROOM_TRY(table, file.tensor("lemma.table", buckets, width));
  if (table.type != WeightFile::Type::i8) return wrong("lemma.table is not of type i8");
  WIREROOM_TRY(inner_matrix, Matrix::read(file, {"lemma.hidden"}, inner_size, hidden));
  WIREROOM_TRY(form, Matrix::read(file, {"lemma.form"}, inner_size, width));
  WIREROOM_TRY(output, Matrix::read(file, {"lemma.output"}, lemma.size(), inner_size));
  spelling = Spelling{table, std::move(inner_matrix), std::move(form), std::move(output)};
  return Done{};
}

Status Model::read_report_heads(const WeightFile& file) {
  const auto scorer = [&](const std::string& name, std::size_t width, std::size_t outputs) -> Result<Scorer> {
    WIREROOM_TRY(first, Matrix::read(file, {name + ".hidden"}, width, hidden));
    WIREROOM_TRY(second, Matrix::read(file, {name + ".output"}, outputs, width));
    return Scorer{std::move(first), std::move(second)};
  };
  if (file.has_line("labels", "roles")) {
    WIREROOM_TRY(roles, file.line("labels", "roles"));
    if (!std::equal(roles.begin(), roles.end(), kRoleLabels.begin(), kRoleLabels.end()))
      return wrong("its labels of roles are not " + std::string(kRoleLabels[0]) + " " + std::string(kRoleLabels[1]) +
                   " and so on");
    if (mix[kStatements].empty()) return wrong("it has no mix of statements");
    WIREROOM_TRY(role_size, file.number("sizes", "role", 1, 4096));
    WIREROOM_TRY(cue_size, file.number("sizes", "cue", 1, 4096));
    WIREROOM_TRY(states, floats(file, "word_state", kWordStates, hidden));
    WIREROOM_TRY(role, scorer("role", role_size, roles.size()));
    WIREROOM_TRY(dependent, Matrix::read(file, {"cue.dependent"}, cue_size, hidden));
    WIREROOM_TRY(head, Matrix::read(file, {"cue.head"}, cue_size, hidden));
    statements = Statements{std::move(states), std::move(role.hidden), std::move(role.output), std::move(dependent),
                            std::move(head)};
  }
  if (!mix[kFactuality].empty()) {
    WIREROOM_TRY(width, file.number("sizes", "factuality", 1, 4096));
    WIREROOM_TRY(read, scorer("factuality", width, 1));
    factuality = std::move(read);
  }
  if (file.has_line("labels", "events")) {
    WIREROOM_TRY(types, file.line("labels", "events"));
    if (types.size() < 2 || types.size() > 255) return wrong("its labels of events are none or too many");
    if (mix[kEvents].empty()) return wrong("it has no mix of events");
    WIREROOM_TRY(width, file.number("sizes", "event", 1, 4096));
    WIREROOM_TRY(read, scorer("event", width, types.size()));
    event_types = std::move(types);
    events = std::move(read);
  }
  return Done{};
}

Status Model::read_tree_heads(const WeightFile& file) {
  WIREROOM_TRY(arc_size, file.number("sizes", "arc", 1, 4096));
  WIREROOM_TRY(relation_width, file.number("sizes", "relation", 1, 1024));
  arc = arc_size, relation_size = relation_width;
  WIREROOM_TRY(dependent, Matrix::read(file, {"arc.dependent"}, arc, hidden));
  WIREROOM_TRY(head, Matrix::read(file, {"arc.head"}, arc, hidden));
  WIREROOM_TRY(bilinear, file.tensor("arc.bilinear", arc, arc));
  WIREROOM_TRY(bias, file.tensor("arc.bias", 1, arc));
  arc_dependent = std::move(dependent);
  arc_head = std::move(head);
  arc_bilinear = FloatMatrix(arc + 1, arc);
  for (std::size_t row = 0; row < arc; ++row) arc_bilinear.set_row(row, bilinear, row);
  arc_bilinear.set_row(arc, bias, 0);

  WIREROOM_TRY(label_dependent, Matrix::read(file, {"relation.dependent"}, relation_size, hidden));
  WIREROOM_TRY(label_head, Matrix::read(file, {"relation.head"}, relation_size, hidden));
  const std::size_t side = relation_size + 1;
  WIREROOM_TRY(label_bilinear, file.tensor("relation.bilinear", relations.size() * side, side));
  relation_dependent = std::move(label_dependent);
  relation_head = std::move(label_head);
  relation_bilinear = Matrix(relations.size() * relation_stride(), side);
  for (std::size_t r = 0; r < relations.size(); ++r)
    for (std::size_t p = 0; p < side; ++p)
      relation_bilinear.set_row(r * relation_stride() + p, label_bilinear, r * side + p);
  return Done{};
}

}  // namespace wireroom
