#include "cli/items.h"

#include <filesystem>
#include <utility>
#include <vector>

#include "input/bytes.h"
#include "tokens/conllu_reader.h"

namespace wireroom::cli {
namespace {

constexpr std::size_t kMostConllu = 1U << 30;  // bytes of one input

InputKind kind_of(const std::string& name) {
  if (name == "text") return InputKind::text;
  if (name == "ndjson") return InputKind::ndjson;
  return InputKind::automatic;
}

Result<std::vector<ConlluDocument>> conllu_documents(const std::string& input) {
  std::error_code ignored;
  if (input != "-" && std::filesystem::is_directory(input, ignored))
    return Error{ErrorKind::input, input + ": is a folder; name the CoNLL-U files themselves"};
  WIREROOM_TRY(bytes, ByteSource::open(input));
  WIREROOM_TRY(text, bytes.rest(kMostConllu));
  if (text.find_first_not_of(" \t\r\n") == text.npos)
    return Error{ErrorKind::input, input + ": empty; there is no sentence in it"};
  return read_conllu(input, text);
}

}  // namespace

struct Items::Source {
  Messages& messages;
  std::optional<Reader> reader;

  // CoNLL-U: the inputs still to be read, and the documents of the one that is being read.
  std::vector<std::string> inputs;
  std::size_t next_input = 0;
  std::vector<ConlluDocument> documents;
  std::size_t next_document = 0;

  std::optional<Item> next_report();
  std::optional<Item> next_document_item();
};

Items::Items(const Options& options, Messages& messages)
    : source_(new Source{messages, std::nullopt, options.inputs, 0, {}, 0}) {
  if (options.input_kind == "conllu") return;
  auto reader = Reader::open(options.inputs, {kind_of(options.input_kind), options.date});
  if (reader)
    source_->reader = std::move(reader).value();
  else
    messages.error(reader.error().message);
  source_->inputs.clear();
}

Items::~Items() = default;

std::optional<Item> Items::next() { return source_->reader ? source_->next_report() : source_->next_document_item(); }

std::optional<Item> Items::Source::next_report() {
  for (;;) {
    auto report = reader->next();
    for (const std::string& note : reader->take_notes()) messages.note(note);
    if (!report) return std::nullopt;
    if (*report) return Item{std::move(*report).value(), std::nullopt, {}, reader->position()};
    messages.error(report->error().message);
  }
}

std::optional<Item> Items::Source::next_document_item() {
  while (next_document == documents.size()) {
    if (next_input == inputs.size()) return std::nullopt;
    auto read = conllu_documents(inputs[next_input++]);
    next_document = 0;
    documents.clear();
    if (read)
      documents = std::move(read).value();
    else
      messages.error(read.error().message);
  }
  ConlluDocument& document = documents[next_document++];
  return Item{std::move(document.report), Parse{std::move(document.sentences)}, std::move(document.sentence_ids), {}};
}

}  // namespace wireroom::cli
