// Who did what to whom: codes the political events of a report with the rules of rules/event.
//
//   WIREROOM_TRY(coder, EventCoder::load());
//   coded.events = coder.code(coded);   // report, parse, times, places, quantities, actors, statements are filled
//
// Thread-safe: code() only reads. Linear in the number of sentences; within a sentence quadratic in its triggers.
#pragma once

#include <memory>
#include <vector>

#include "base/result.h"
#include "event/rule.h"
#include "wireroom/coded.h"

namespace wireroom {

class EventCoder {
 public:
  // Reads rules/event/ and data/ontology/; an error names file, line and column.
  static Result<EventCoder> load();

  EventCoder(EventCoder&&) noexcept;
  EventCoder& operator=(EventCoder&&) noexcept;
  ~EventCoder();

  // In the order of the text.
  [[nodiscard]] std::vector<Event> code(const Coded& coded) const;
  [[nodiscard]] const std::vector<Rule>& rules() const;

 private:
  struct Knowledge;
  explicit EventCoder(std::unique_ptr<Knowledge> knowledge);
  std::unique_ptr<Knowledge> knowledge_;
};

}  // namespace wireroom
