// What a line or paragraph of a print view looks like, told from its characters alone.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "wireroom/span.h"

namespace wireroom {

[[nodiscard]] bool one_of(std::string_view word, std::initializer_list<std::string_view> list);
// Where `part`, a view into `all`, stands in it.
[[nodiscard]] Span span_within(std::string_view all, std::string_view part);

[[nodiscard]] std::size_t count_words(std::string_view text);
// Cut at white space (ASCII).
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);
// Blanks at both ends dropped, commas too.
[[nodiscard]] std::string_view trimmed_line(std::string_view text);

// Ends with . ! ? or …, closing quotes and brackets behind it allowed.
[[nodiscard]] bool ends_sentence(std::string_view text);
[[nodiscard]] bool begins_with_quote(std::string_view text);
// The whole line stands in one pair of quotation marks: 'There is only one place for him'.
[[nodiscard]] bool is_quoted_whole(std::string_view text);
// More than one sentence: an end mark, a blank and an upper case letter inside.
[[nodiscard]] bool has_inner_sentence_end(std::string_view text);

// "We will not go back." — President Example: a quotation and who said it, nothing else.
[[nodiscard]] bool is_pull_quote(std::string_view text);

[[nodiscard]] bool is_url(std::string_view text);
// The address in a line with a label or a page number ("Original url: https://…"); empty if there is none.
[[nodiscard]] std::string_view address_in(std::string_view text);
// "www.example.org" of an address, without "www.".
[[nodiscard]] std::string host_of(std::string_view url);
// A line that is only a site's name: "example.org".
[[nodiscard]] bool is_host(std::string_view text);

[[nodiscard]] bool is_bullet(std::string_view text);
[[nodiscard]] bool is_ruler(std::string_view text);   // no letter and no digit
[[nodiscard]] bool has_cells(std::string_view text);  // two tabs or more
// "SPEAKER:", "MR. SPICER:", "Q:", "Q.": the label with its mark; empty if there is none.
[[nodiscard]] std::string_view turn_label(std::string_view text);
// The same bytes with the letters of ASCII as capitals.
[[nodiscard]] std::string in_capitals(std::string_view text);
// The time at the head of an entry of a live report, with its mark: "10.05:", "14:30 GMT -". Empty if there is none.
[[nodiscard]] std::string_view clock_label(std::string_view text);
// Five words or more in Title Case without a mark that ends a sentence: "Singer Recounts Battle With Illness".
[[nodiscard]] bool reads_like_headline(std::string_view text);
// Two to five words that begin in upper case, particles between them allowed: a person's name in a byline.
[[nodiscard]] bool looks_like_name(std::string_view text);

}  // namespace wireroom
