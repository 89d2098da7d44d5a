// The keys of each record type and what may stand in them: records.json, read once.
//
// A shape is a word ("text", "span", "id e", "one of a b"), the name of another shape ("@party"), a list of one shape
// (never empty) or an object whose keys are shapes, "!" marking those that must be there.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>

namespace wireroom::contract {

// Told of each fault: where in the record ("source[0].span") and what.
using Tell = std::function<void(const std::string& where, const std::string& what)>;

// Told of each reference ("id e") and of each span, for checks that need the other records or the text.
struct Visitor {
  Tell fault;
  std::function<void(const std::string& where, const std::string& id, char letter)> reference;
  std::function<void(const std::string& where, std::size_t begin, std::size_t end)> span;
};

// Checks one record against the shape of its type.
void check_shape(const nlohmann::json& record, const Visitor& visitor);

}  // namespace wireroom::contract
