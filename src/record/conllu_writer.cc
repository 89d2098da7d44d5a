#include "record/conllu_writer.h"

#include <algorithm>
#include <string_view>

namespace wireroom {
namespace {

// A comment or cell must stay on its line: every run of white space becomes one blank.
void append_one_line(std::string_view text, std::string& out) {
  bool blank = false;
  for (char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v') {
      blank = true;
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    out += c;
  }
}

void append_cell(std::string_view text, std::string& out) {
  if (text.empty())
    out += '_';
  else
    append_one_line(text, out);
  out += '\t';
}

void append_range(const Sentence& sentence, const MultiWord& range, const Report& report, std::string& out) {
  const Word& first = sentence.words[range.first];
  const Word& last = sentence.words[range.last];
  out += std::to_string(range.first + 1) + '-' + std::to_string(range.last + 1) + '\t';
  append_cell(report.text.view(cover(first.span, last.span)), out);
  out += "_\t_\t_\t_\t_\t_\t_\t";
  out += last.space_after ? "_\n" : "SpaceAfter=No\n";
}

void append_word(const Sentence& sentence, std::size_t index, bool inside_range, const Report& report,
                 std::string& out) {
  const Word& word = sentence.words[index];
  out += std::to_string(index + 1) + '\t';
  append_cell(printed_form(word), out);
  append_cell(word.lemma, out);
  append_cell(word.upos, out);
  append_cell(word.xpos, out);
  append_cell(word.feats, out);
  out += std::to_string(word.head + 1) + '\t';
  append_cell(word.relation, out);
  out += "_\t";
  if (!word.space_after && !inside_range) out += "SpaceAfter=No|";
  out += "Span=" + std::to_string(report.text.code_points_before(word.span.begin)) + '-' +
         std::to_string(report.text.code_points_before(word.span.end));
  if (word.name != NameType::none) {
    out += word.name_begins ? "|NER=B-" : "|NER=I-";
    out += name(word.name);
  }
  out += '\n';
}

}  // namespace

void append_conllu(const Report& report, const Parse& parse, const std::vector<std::string>& sentence_ids,
                   std::string& out) {
  bool first = true;
  for (std::size_t s = 0; s < parse.sentences.size(); ++s) {
    const Sentence& sentence = parse.sentences[s];
    if (sentence.words.empty()) continue;
    if (first) {
      out += "# newdoc id = ";
      append_one_line(report.id, out);
      out += '\n';
    }
    first = false;
    out += "# sent_id = ";
    append_one_line(
        s < sentence_ids.size() && !sentence_ids[s].empty() ? sentence_ids[s] : report.id + '-' + std::to_string(s + 1),
        out);
    out += "\n# text = ";
    append_one_line(report.text.view(sentence.span), out);
    out += '\n';
    auto range = sentence.multi_words.begin();
    for (std::size_t w = 0; w < sentence.words.size(); ++w) {
      while (range != sentence.multi_words.end() && range->last < w) ++range;
      const bool inside = range != sentence.multi_words.end() && range->first <= w;
      if (inside && range->first == w) append_range(sentence, *range, report, out);
      append_word(sentence, w, inside, report, out);
    }
    out += '\n';
  }
}

}  // namespace wireroom
