// Prints, for each report of an NDJSON file, all candidates for statements with their features, one JSON object a line:
// what tools/fit_statement_scores.py reads.
//
//   build/release/tools/statement_candidates FILE
#include <cstdio>
#include <nlohmann/json.hpp>

#include "input/source.h"
#include "statement/statement_coder.h"
#include "wireroom/engine.h"

namespace wireroom {
namespace {

nlohmann::json points(const Text& text, const std::vector<Span>& spans) {
  nlohmann::json all = nlohmann::json::array();
  for (const Span& span : spans)
    all.push_back({text.code_points_before(span.begin), text.code_points_before(span.end)});
  return all;
}

int complain(const Error& error) {
  std::fprintf(stderr, "%s\n", error.message.c_str());
  return 1;
}

int run(const char* file) {
  auto engine = Engine::load({});
  if (!engine) return complain(engine.error());
  auto coder = StatementCoder::load();
  if (!coder) return complain(coder.error());
  auto reader = Reader::open({file}, {InputKind::ndjson, std::nullopt});
  if (!reader) return complain(reader.error());
  Engine::Desk desk = engine->desk();
  while (auto report = reader->next()) {
    if (!*report) return complain(report->error());
    const Coded coded = engine->code(std::move(**report), desk);
    const Text& text = coded.report.text;
    nlohmann::json candidates = nlohmann::json::array();
    for (const auto& [statement, features] : coder->candidates(coded)) {
      nlohmann::json one = {{"content", points(text, statement.content)},
                            {"cue", points(text, statement.cue)},
                            {"kind", name(statement.kind)},
                            {"features", features}};
      if (statement.speaker) one["speaker"] = {{"span", points(text, {statement.speaker->span})[0]}};
      if (statement.within) one["within"] = *statement.within;
      candidates.push_back(std::move(one));
    }
    const nlohmann::json line = {{"id", coded.report.id}, {"candidates", std::move(candidates)}};
    std::printf("%s\n", line.dump().c_str());
  }
  return 0;
}

}  // namespace
}  // namespace wireroom

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: statement_candidates FILE.ndjson\n");
    return 2;
  }
  return wireroom::run(argv[1]);
}
