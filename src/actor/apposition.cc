// Two phrases side by side that name one actor.
#include <algorithm>

#include "actor/phrase_reader.h"

namespace wireroom {

// "William Ruto, Kenya's deputy president," and "Kenya's deputy president, William Ruto,".
void PhraseReader::apposition() {
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    Draft& first = drafts_[i];
    if (first.form == MentionForm::pronoun || first.form == MentionForm::adjective || first.kind == ActorKind::country)
      continue;
    for (std::size_t k = i + 1; k < drafts_.size() && k < i + 8; ++k) {
      Draft& second = drafts_[k];
      if (second.form == MentionForm::pronoun || second.form == MentionForm::adjective ||
          second.kind == ActorKind::country)
        continue;
      if (second.words.first <= first.words.last || second.same >= 0) continue;
      if (first.plural != second.plural || first.form == second.form) continue;
      if (first.kind != second.kind && (first.form == MentionForm::nominal) == (second.form == MentionForm::nominal))
        continue;
      const bool persons = first.kind != ActorKind::organisation && second.kind != ActorKind::organisation;
      const bool tree = word(second.words.head).relation == "appos" &&
                        word(second.words.head).head == static_cast<std::int32_t>(first.words.head);
      const std::string_view relation = word(second.words.head).relation;
      const bool comma = first.words.last + 2 == second.words.first && word(first.words.last + 1).form == ",";
      const Index after = second.words.last + 1;
      const bool closed = after >= sentence_.words.size() || word(after).form == "," || word(after).form == "." ||
                          word(after).upos == "ADP";
      bool listed = false;  // "the minister, Avakov and others"; a conjunct without "and" is the parser's slip
      for (Index at = sentence_.child_begin[second.words.head]; at < sentence_.child_begin[second.words.head + 1]; ++at)
        listed = listed || word(sentence_.child_list[at]).relation == "cc";
      if (after + 1 < sentence_.words.size() && word(after).form == "," && word(after + 1).upos == "CCONJ")
        listed = true;
      const bool order = persons && comma && closed && !listed &&
                         (!relation.starts_with("nsubj") || first.form == MentionForm::nominal) &&
                         (first.kind == ActorKind::person && second.kind == ActorKind::person);
      if (!tree && !order) continue;
      second.same = static_cast<std::int32_t>(i);
      break;
    }
  }
}

}  // namespace wireroom
