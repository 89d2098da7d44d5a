// A weight file of any bytes: refused with a reason. The first byte chooses: the bytes as they are (the checksum keeps
// most of them out), or a small good file in which each three bytes (place, value) change one, under a right checksum.
// What is not refused must analyse a sentence without a fault.
#include <algorithm>
#include <cstring>
#include <vector>

#include "fuzz/fuzz.h"
#include "model/model.h"
#include "model/random_weights.h"
#include "model/weight_format.h"
#include "model/workspace.h"
#include "parse/name_types.h"
#include "parse/parser.h"

using namespace wireroom;

namespace {

const std::string& good_file() {
  static const std::string file = random_weights({.layers = 1,
                                                  .hidden = 16,
                                                  .heads = 2,
                                                  .inner = 16,
                                                  .positions = 512,
                                                  .arc = 8,
                                                  .relation = 4,
                                                  .relations = 6,
                                                  .feats = 5,
                                                  .lemmas = 8,
                                                  .more_pieces = 0,
                                                  .seed = 1});
  return file;
}

std::string changed(std::string_view changes) {
  std::string file = good_file();
  for (; changes.size() >= 3; changes.remove_prefix(3)) {
    const std::size_t at = static_cast<unsigned char>(changes[0]) + 256U * static_cast<unsigned char>(changes[1]);
    file[at % file.size()] = changes[2];
  }
  namespace format = weight_format;
  const std::uint64_t sum = format::checksum(std::string_view(file).substr(format::kHeaderBegin));
  std::memcpy(file.data() + format::kHeaderBegin - sizeof sum, &sum, sizeof sum);
  return file;
}

void analyse_a_sentence(const Model& model) {
  static const NameTypes name_types = fuzz::loaded(NameTypes::load());
  std::vector<Sentence> sentences(1);
  for (const char* form : {"Kerry", "said", "talks", "were", "useful", "."}) {
    Word& word = sentences[0].words.emplace_back();
    word.form = form;
  }
  Workspace workspace;
  analyse(model, name_types, workspace, sentences);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view rest = fuzz::bytes_of(data + 1, size - 1);
  const std::string file = data[0] % 4 == 0 ? std::string(rest) : changed(rest);
  // The reader wants its bytes at a multiple of 64.
  std::vector<char> memory(file.size() + 64);
  char* begin = memory.data() + (64 - reinterpret_cast<std::uintptr_t>(memory.data()) % 64) % 64;
  std::copy(file.begin(), file.end(), begin);
  const auto model = Model::load({begin, file.size()});
  if (model)
    analyse_a_sentence(*model);
  else
    fuzz::promise(!model.error().message.empty(), "a refusal has a reason");
  return 0;
}
