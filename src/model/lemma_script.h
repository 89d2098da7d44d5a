// Lemmas as edits of the form, so that a classifier can choose them. Shared by training and inference.
//
// A script is text: "=be" puts a whole word; else a letter for the case ('k' keep, 'l' lower, 't' Title) and then
// "N|SUFFIX": cut N code points from the end and append the suffix. "l2|y": Parties -> party needs cut 3: "l3|y".
#pragma once

#include <string>
#include <string_view>

namespace wireroom {

// The shortest script that turns the form into the lemma.
[[nodiscard]] std::string lemma_script(std::string_view form, std::string_view lemma);

// Whether the script can be applied (the form is longer than what is cut).
[[nodiscard]] bool script_applies(std::string_view script, std::string_view form);

// Writes the lemma into `lemma`. A script that does not apply leaves the form in lower case.
void apply_script(std::string_view script, std::string_view form, std::string& lemma);

}  // namespace wireroom
