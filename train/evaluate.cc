#include "evaluate.h"

#include <cmath>
#include <cstdio>
#include <set>
#include <tuple>

namespace wireroom::train {
namespace {

struct Rate {
  std::int64_t right = 0, all = 0;
  void add(const torch::Tensor& scores, const torch::Tensor& gold, const torch::Tensor& counted) {
    right += (scores.argmax(-1).eq(gold) & counted).sum().item<std::int64_t>();
    all += counted.sum().item<std::int64_t>();
  }
  [[nodiscard]] double percent() const {
    return all ? 100.0 * static_cast<double>(right) / static_cast<double>(all) : 0;
  }
};

std::vector<int> without_subtypes(const LabelSet& relations) {
  std::map<std::string, int> numbers;
  std::vector<int> out;
  for (const std::string& name : relations.names())
    out.push_back(numbers.try_emplace(name.substr(0, name.find(':')), static_cast<int>(numbers.size())).first->second);
  return out;
}

using NameSet = std::set<std::tuple<std::size_t, int, int, std::string>>;  // sentence, first, last, type

void collect(std::size_t sentence, const std::vector<std::string>& labels, NameSet& names) {
  for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
    const auto& label = labels[static_cast<std::size_t>(i)];
    if (label.size() < 3) continue;
    if (label[0] == 'I' && i > 0 && labels[static_cast<std::size_t>(i - 1)].size() > 2 &&
        labels[static_cast<std::size_t>(i - 1)].substr(2) == label.substr(2))
      continue;
    int last = i;
    while (last + 1 < static_cast<int>(labels.size()) &&
           labels[static_cast<std::size_t>(last + 1)] == "I-" + label.substr(2))
      ++last;
    names.emplace(sentence, i, last, label.substr(2));
  }
}

}  // namespace

Figures evaluate(Network& network, const std::vector<Encoded>& sentences, const Labels& labels) {
  torch::NoGradGuard guard;
  network->eval();
  Rate upos, xpos, feats, lemma, uas, las;
  NameSet gold_names, found_names;
  const auto coarse_list = without_subtypes(labels.relation);
  const auto coarse = torch::tensor(std::vector<std::int64_t>(coarse_list.begin(), coarse_list.end()));
  for (const auto& members : plan(sentences, 4000, nullptr)) {
    const Batch b = make_batch(sentences, members, nullptr);
    const auto scores = network->forward(b);
    const auto words = b.head.ne(-100);
    upos.add(scores.upos, b.upos, words);
    xpos.add(scores.xpos, b.xpos, words);
    feats.add(scores.feats, b.feats, words);
    lemma.add(scores.lemma, b.lemma, words);
    uas.add(scores.arcs, b.head, words);
    const auto heads = scores.arcs.argmax(-1);
    const auto relation = coarse.index({network->relations(scores, heads).argmax(-1)});
    const auto gold = torch::where(b.relation.ne(-100), coarse.index({b.relation.clamp_min(0)}), b.relation);
    las.right += (relation.eq(gold) & heads.eq(b.head) & words).sum().item<std::int64_t>();
    las.all += words.sum().item<std::int64_t>();
    for (std::size_t row = 0; row < members.size(); ++row) {
      const Encoded& e = sentences[members[row]];
      if (e.scheme == kNoScheme) continue;
      const auto& set = labels.names[e.scheme].names();
      const auto best = scores.names[e.scheme][static_cast<std::int64_t>(row)].argmax(-1);
      std::vector<std::string> system, truth;
      for (std::size_t i = 1; i < e.first.size(); ++i) {
        system.push_back(set[static_cast<std::size_t>(best[static_cast<std::int64_t>(i)].item<std::int64_t>())]);
        truth.push_back(e.names[i] < 0 ? "O" : set[static_cast<std::size_t>(e.names[i])]);
      }
      collect(members[row], truth, gold_names);
      collect(members[row], system, found_names);
    }
  }
  network->train();
  std::size_t right = 0;
  for (const auto& name : found_names) right += gold_names.count(name);
  const auto sum = static_cast<double>(gold_names.size() + found_names.size());
  return {upos.percent(),
          xpos.percent(),
          feats.percent(),
          lemma.percent(),
          uas.percent(),
          las.percent(),
          sum > 0 ? 200.0 * static_cast<double>(right) / sum : 0};
}

MoreFigures evaluate_more(Network& network, const std::vector<Encoded>& attributions, const std::vector<Encoded>& facts,
                          const std::vector<Encoded>& events, const Labels& labels) {
  torch::NoGradGuard guard;
  network->eval();
  MoreFigures out;
  NameSet gold, found;
  Rate linked;
  for (const auto& members : plan(attributions, 4000, nullptr)) {
    const Batch b = make_batch(attributions, members, nullptr);
    const auto scores = network->forward(b);
    linked.add(scores.cues, b.cues, b.cues.ne(-100));
    const auto best = scores.roles.argmax(-1);
    for (std::size_t row = 0; row < members.size(); ++row) {
      const Encoded& e = attributions[members[row]];
      const auto* labels_of = best[static_cast<std::int64_t>(row)].data_ptr<std::int64_t>();
      std::vector<std::string> system, truth;
      for (std::size_t i = 1; i < e.first.size(); ++i) {
        system.push_back(labels.roles.names()[static_cast<std::size_t>(labels_of[i])]);
        truth.push_back(labels.roles.names()[static_cast<std::size_t>(e.roles[i])]);
      }
      collect(members[row], truth, gold);
      collect(members[row], system, found);
    }
  }
  const auto f1 = [&](const std::string& role) {
    double right = 0, all = 0;
    for (const auto& span : found)
      if (std::get<3>(span) == role) ++all, right += static_cast<double>(gold.count(span));
    for (const auto& span : gold) all += std::get<3>(span) == role;
    return all > 0 ? 200.0 * right / all : 0;
  };
  out.cue = f1("cue"), out.source = f1("source"), out.content = f1("content"), out.linked = linked.percent();
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0, error = 0;
  for (const auto& members : plan(facts, 4000, nullptr)) {
    const Batch b = make_batch(facts, members, nullptr);
    const auto known = b.facts[kUw].isnan().logical_not();
    const auto truth = b.facts[kUw].index({known}).contiguous();
    const auto system = network->forward(b).facts[kUw].index({known}).clamp(-3, 3).contiguous();
    for (std::int64_t i = 0; i < truth.size(0); ++i) {
      const double a = truth.data_ptr<float>()[i], c = system.data_ptr<float>()[i];
      ++n, x += a, y += c, xx += a * a, yy += c * c, xy += a * c, error += std::fabs(a - c);
    }
  }
  double right = 0, typed = 0, all = 0;
  for (const auto& members : plan(events, 4000, nullptr)) {
    const Batch b = make_batch(events, members, nullptr);
    const auto known = b.events.ne(-100);
    const auto truth = b.events.index({known}), system = network->forward(b).events.argmax(-1).index({known});
    const auto both = truth.ne(0) & system.ne(0);
    all += (truth.ne(0).sum() + system.ne(0).sum()).item<double>();
    right += both.sum().item<double>();
    typed += (both & truth.eq(system)).sum().item<double>();
  }
  if (all > 0) out.found = 200 * right / all, out.typed = 200 * typed / all;
  network->train();
  if (n > 0) {
    out.error = error / n;
    const double spread = std::sqrt((xx - x * x / n) * (yy - y * y / n));
    out.correlation = spread > 0 ? (xy - x * y / n) / spread : 0;
  }
  return out;
}

std::string line(const MoreFigures& f) {
  char text[200];
  std::snprintf(text, sizeof text,
                "cue %.1f source %.1f content %.1f linked %.1f  factuality error %.3f r %.3f  events %.1f %.1f", f.cue,
                f.source, f.content, f.linked, f.error, f.correlation, f.found, f.typed);
  return text;
}

std::string line(const Figures& f) {
  char text[200];
  std::snprintf(text, sizeof text, "UPOS %.2f XPOS %.2f FEATS %.2f lemma %.2f UAS %.2f LAS %.2f names %.1f", f.upos,
                f.xpos, f.feats, f.lemma, f.uas, f.las, f.names);
  return text;
}

}  // namespace wireroom::train
