// From a coded report to its records as JSON objects, keys in the order of docs/records.md.
//
//   json_records(coded, {LayerSet::standard(), 0.5}, [&](std::string_view record) { out += record; out += '\n'; });
//
// Promises: spans count code points; keys without a value are left out; ids do not depend on which records are chosen,
// and a record that is left out is not referred to by others, except actors.
#pragma once

#include <functional>
#include <string_view>

#include "wireroom/coded.h"
#include "wireroom/layers.h"

namespace wireroom {

inline constexpr int kRecordSchema = 1;

struct RecordChoice {
  LayerSet layers = LayerSet::standard();
  double min_score = 0;  // events and statements below it are left out
};

// Calls `take` with each record, a JSON object on one line without its end; the view is valid during the call.
void json_records(const Coded& coded, const RecordChoice& choice, const std::function<void(std::string_view)>& take);

}  // namespace wireroom
