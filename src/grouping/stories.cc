#include "grouping/stories.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "grouping/shingles.h"

namespace wireroom {
namespace {

constexpr std::size_t kOpeningWords = 200;
constexpr std::size_t kShortestWord = 3;
// Weights of where a feature stands; names of actors and places mostly stand among the words too.
constexpr double kTitle = 2, kOpening = 1, kActor = 0.5, kPlace = 0.5;
constexpr double kCommonShare = 0.05;  // features of more reports open no comparison
constexpr double kCommonFloor = 50;
constexpr double kBackground = 1000;  // reports of no store, so that a word is not common because a store is small

using Feature = std::uint32_t;
using Vector = std::vector<std::pair<Feature, double>>;  // sorted by feature

// "talks" and "talk", "ministers'" and "minister" are one word. No more is needed: rare words decide.
std::string stem(std::string word) {
  if (word.size() > 4 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  return word;
}

class Features {
 public:
  explicit Features(const std::vector<std::string>& common) : common_(common.begin(), common.end()) {}

  // Reports' features with raw weights; then weigh() makes unit vectors of them.
  Vector read(const StoryReport& report) {
    Vector raw;
    add_words("w ", report.title, kTitle, ~std::size_t{0}, raw);
    add_words("w ", report.opening, kOpening, kOpeningWords, raw);
    for (const std::string& actor : report.actors) raw.emplace_back(number("a " + actor), kActor);
    for (const std::string& place : report.places) raw.emplace_back(number("p " + place), kPlace);
    std::sort(raw.begin(), raw.end());
    Vector once;  // the same feature in title and opening counts as both
    for (const auto& [feature, weight] : raw)
      if (!once.empty() && once.back().first == feature)
        once.back().second = std::max(once.back().second, weight) + 0.5;
      else
        once.emplace_back(feature, weight);
    for (const auto& [feature, weight] : once) ++seen_[feature];
    return once;
  }

  void weigh(Vector& vector, std::size_t reports) const {
    double squares = 0;
    for (auto& [feature, weight] : vector) {
      weight *= std::log((static_cast<double>(reports) + kBackground) / seen_[feature]);
      squares += weight * weight;
    }
    if (squares > 0)
      for (auto& [feature, weight] : vector) weight /= std::sqrt(squares);
  }

  [[nodiscard]] bool is_rare(Feature feature, std::size_t reports) const {
    return seen_[feature] <= std::max(kCommonFloor, kCommonShare * static_cast<double>(reports));
  }
  [[nodiscard]] std::size_t count() const { return seen_.size(); }

 private:
  Feature number(const std::string& feature) {
    const auto [found, is_new] = numbers_.emplace(feature, static_cast<Feature>(numbers_.size()));
    if (is_new) seen_.push_back(0);
    return found->second;
  }
  void add_words(const char* kind, const std::string& text, double weight, std::size_t most, Vector& raw) {
    for (std::string& word : folded_words(text)) {
      if (most-- == 0) return;
      if (word.size() >= kShortestWord && !common_.contains(word))
        raw.emplace_back(number(kind + stem(std::move(word))), weight);
    }
  }

  const std::unordered_set<std::string> common_;
  std::unordered_map<std::string, Feature> numbers_;
  std::vector<double> seen_;  // reports that have it
};

struct Story {
  std::size_t first = 0;  // report
  std::optional<std::int64_t> last_day;
  std::unordered_map<Feature, double> sum;
  double squares = 0;  // of the sum's weights

  void add(const Vector& report) {
    for (const auto& [feature, weight] : report) {
      double& total = sum[feature];
      squares += (total + weight) * (total + weight) - total * total;
      total += weight;
    }
  }
  [[nodiscard]] double cosine(const Vector& report) const {
    double product = 0;
    for (const auto& [feature, weight] : report)
      if (const auto found = sum.find(feature); found != sum.end()) product += weight * found->second;
    return squares > 0 ? product / std::sqrt(squares) : 0;
  }
};

class Tracker {
 public:
  Tracker(const std::vector<StoryReport>& reports, const StoryOptions& options)
      : reports_(reports), threshold_(options.threshold), features_(options.common_words) {
    for (const StoryReport& report : reports) vectors_.push_back(features_.read(report));
    for (Vector& vector : vectors_) features_.weigh(vector, reports.size());
    with_.resize(features_.count());
  }

  std::vector<std::size_t> run() {
    std::vector<std::size_t> first(reports_.size());
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      const StoryReport& report = reports_[i];
      std::size_t story = stories_.size();
      if (report.copy_of)
        story = story_of_[*report.copy_of];
      else if (report.day)
        story = best(i);
      if (story == stories_.size()) stories_.push_back({i, std::nullopt, {}, 0});
      join(i, story);
      first[i] = stories_[story].first;
    }
    return first;
  }

 private:
  // The story of the last days that is most like the report; the older one of two; stories_.size() if none is.
  std::size_t best(std::size_t i) {
    const std::int64_t day = *reports_[i].day;
    std::vector<std::size_t> met;
    for (const auto& [feature, weight] : vectors_[i]) {
      if (!features_.is_rare(feature, reports_.size())) continue;
      std::vector<std::size_t>& stories = with_[feature];
      std::erase_if(stories, [&](std::size_t s) { return day - *stories_[s].last_day > kStoryDays; });
      met.insert(met.end(), stories.begin(), stories.end());
    }
    std::sort(met.begin(), met.end());
    met.erase(std::unique(met.begin(), met.end()), met.end());
    std::size_t chosen = stories_.size();
    double most = threshold_;
    for (const std::size_t story : met)
      if (const double likeness = stories_[story].cosine(vectors_[i]); likeness > most) {
        most = likeness;
        chosen = story;
      }
    return chosen;
  }

  void join(std::size_t i, std::size_t number) {
    Story& story = stories_[number];
    story_of_.push_back(number);
    if (reports_[i].day) story.last_day = std::max(story.last_day.value_or(*reports_[i].day), *reports_[i].day);
    if (!reports_[i].copy_of) story.add(vectors_[i]);
    if (!story.last_day) return;
    for (const auto& [feature, weight] : vectors_[i]) {
      if (!features_.is_rare(feature, reports_.size())) continue;
      std::vector<std::size_t>& stories = with_[feature];
      if (std::find(stories.begin(), stories.end(), number) == stories.end()) stories.push_back(number);
    }
  }

  const std::vector<StoryReport>& reports_;
  const double threshold_;
  Features features_;
  std::vector<Vector> vectors_;
  std::vector<std::vector<std::size_t>> with_;  // by feature: stories of the last days that have it
  std::vector<Story> stories_;
  std::vector<std::size_t> story_of_;  // by report
};

}  // namespace

std::vector<std::size_t> find_stories(const std::vector<StoryReport>& reports, const StoryOptions& options) {
  return Tracker(reports, options).run();
}

}  // namespace wireroom
