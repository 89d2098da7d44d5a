// The reports of a call one after the other, whatever kind of input they come from. Inputs that cannot be read are told
// on standard error, and the next one is tried.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/messages.h"
#include "cli/options.h"
#include "input/source.h"
#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom::cli {

struct Item {
  Report report;
  std::optional<Parse> words;  // tokens and sentences as given (--input conllu)
  std::vector<std::string> sentence_ids;
  Reader::Position position;      // of the input, behind this report
  std::uint64_t passed_over = 0;  // bytes of the input before it that were there already
};

class Items {
 public:
  Items(const Options& options, Messages& messages);
  ~Items();
  [[nodiscard]] std::optional<Item> next();

 private:
  struct Source;
  std::unique_ptr<Source> source_;
};

}  // namespace wireroom::cli
