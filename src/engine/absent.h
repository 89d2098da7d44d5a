// TEMPORARY, until src/statement/statement_coder.h is there: then this file and WIREROOM_HAS_statement go.
#pragma once
#include <vector>

#include "base/result.h"
#include "wireroom/coded.h"
#if WIREROOM_HAS_statement
#include "statement/statement_coder.h"
#else
namespace wireroom {
struct StatementCoder {
  static Result<StatementCoder> load() { return StatementCoder{}; }
  [[nodiscard]] std::vector<Statement> code(const Coded&) const { return {}; }
};
}  // namespace wireroom
#endif
