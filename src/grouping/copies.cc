#include "grouping/copies.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <list>
#include <unordered_map>

#include "base/text_hash.h"
#include "grouping/shingles.h"

namespace wireroom {
namespace {

constexpr double kCopyJaccard = 0.7, kCopyContainment = 0.8;
constexpr std::size_t kShortest = 20;        // runs of a text below which a high share means little
constexpr std::size_t kNeighbours = 8;       // of reports that share a band or sentence, each is compared with so many
constexpr std::size_t kCommonSentence = 40;  // a sentence in more reports than that is a form of words
constexpr std::int64_t kDays = 30;
constexpr double kTakeTitle = 0.75, kTakeContainment = 0.3;  // another take of a dispatch
constexpr std::int64_t kTakeDays = 3;
constexpr std::size_t kCached = 4096;

using Candidate = std::pair<std::uint32_t, std::uint32_t>;  // later, earlier
using Keyed = std::pair<std::uint64_t, std::uint32_t>;      // what is shared, report

// Pairs of reports that stand next to each other in lists of equal keys.
void add_candidates(std::vector<Keyed>& keyed, std::size_t most, std::vector<Candidate>& candidates) {
  std::sort(keyed.begin(), keyed.end());
  for (std::size_t begin = 0; begin < keyed.size();) {
    std::size_t end = begin;
    while (end < keyed.size() && keyed[end].first == keyed[begin].first) ++end;
    if (end - begin <= most)
      for (std::size_t i = begin; i < end; ++i)
        for (std::size_t j = i > begin + kNeighbours ? i - kNeighbours : begin; j < i; ++j)
          candidates.emplace_back(keyed[i].second, keyed[j].second);
    begin = end;
  }
}

// Runs of texts that were asked lately.
class Cache {
 public:
  explicit Cache(const std::function<std::string(std::size_t)>& text) : text_(text) {}
  const Shingles& of(std::size_t report) {
    const auto found = kept_.find(report);
    if (found != kept_.end()) return found->second;
    if (order_.size() >= kCached) {
      kept_.erase(order_.front());
      order_.pop_front();
    }
    order_.push_back(report);
    return kept_.emplace(report, shingles(text_(report))).first->second;
  }

 private:
  const std::function<std::string(std::size_t)>& text_;
  std::unordered_map<std::size_t, Shingles> kept_;
  std::list<std::size_t> order_;
};

// The words of a title, each once, sorted.
std::vector<std::string> title_words(const std::string& title) {
  std::vector<std::string> words = folded_words(title);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

double title_likeness(const std::string& a, const std::string& b) {
  const std::vector<std::string> one = title_words(a), other = title_words(b);
  std::vector<std::string> common;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(common));
  const std::size_t all = one.size() + other.size() - common.size();
  return all == 0 ? 0 : static_cast<double>(common.size()) / static_cast<double>(all);
}

bool is_copy(const CopyReport& a, const CopyReport& b, const Likeness& like, std::size_t shorter) {
  const std::int64_t days = a.day && b.day ? std::abs(*a.day - *b.day) : 0;
  if (days > kDays) return false;
  if (like.jaccard >= kCopyJaccard || (like.containment >= kCopyContainment && shorter >= kShortest)) return true;
  return a.day && b.day && days <= kTakeDays && like.containment >= kTakeContainment && shorter >= kShortest &&
         title_likeness(a.title, b.title) >= kTakeTitle;
}

std::vector<Candidate> candidates_of(const std::vector<CopyReport>& known,
                                     const std::function<std::string(std::size_t)>& text) {
  const std::size_t reports = known.size();
  std::vector<Signature> signatures(reports);
  std::vector<Keyed> sentences;  // and titles
  for (std::size_t i = 0; i < reports; ++i) {
    const std::string words = text(i);
    signatures[i] = signature(shingles(words));
    for (const std::uint64_t hash : sentence_hashes(words)) sentences.emplace_back(hash, static_cast<std::uint32_t>(i));
    std::string title = "title";
    for (const std::string& word : title_words(known[i].title)) title += ' ' + word;
    sentences.emplace_back(text_hash(title), static_cast<std::uint32_t>(i));
  }
  std::vector<Candidate> candidates;
  add_candidates(sentences, kCommonSentence, candidates);
  sentences = {};
  std::vector<Keyed> band(reports);
  for (std::size_t b = 0; b < kBands; ++b) {
    for (std::size_t i = 0; i < reports; ++i) {
      std::uint64_t key = 0;
      for (std::size_t r = 0; r < kRows; ++r) key = (key ^ signatures[i][b * kRows + r]) * 0x100000001b3ULL;
      band[i] = {key, static_cast<std::uint32_t>(i)};
    }
    add_candidates(band, reports, candidates);
    if (candidates.size() > 64 * reports) {  // the same pairs come again and again
      std::sort(candidates.begin(), candidates.end());
      candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    }
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  return candidates;
}

}  // namespace

std::vector<std::optional<Copy>> find_copies(const std::vector<CopyReport>& reports,
                                             const std::function<std::string(std::size_t)>& text) {
  std::vector<std::optional<Copy>> copies(reports.size());
  Cache cache(text);
  for (const auto& [later, earlier] : candidates_of(reports, text)) {
    const Shingles one = cache.of(later);
    const Shingles& other = cache.of(earlier);
    const Likeness like = likeness(one, other);
    if (!is_copy(reports[later], reports[earlier], like, std::min(one.size(), other.size()))) continue;
    if (copies[later] && copies[later]->likeness >= like.containment) continue;
    // Candidates come in the order of the later report: what the earlier one is has been decided.
    copies[later] = Copy{copies[earlier] ? copies[earlier]->of : earlier, like.containment};
  }
  return copies;
}

}  // namespace wireroom
