#include "examples.h"

#include <zlib.h>

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace wireroom::train {
namespace {

// gzgets reads plain files as well.
class Lines {
 public:
  explicit Lines(const std::string& path) : path_(path), file_(gzopen(path.c_str(), "rb")) {
    if (!file_) throw std::runtime_error(path + ": cannot be opened");
  }
  ~Lines() { gzclose(file_); }
  bool next(std::string& line) {
    line.clear();
    char buffer[8192];
    while (gzgets(file_, buffer, sizeof buffer)) {
      line += buffer;
      if (!line.empty() && line.back() == '\n') {
        line.pop_back();
        ++number_;
        return true;
      }
    }
    return !line.empty();
  }
  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error(path_ + ":" + std::to_string(number_) + ": " + what);
  }

 private:
  std::string path_;
  gzFile file_;
  std::size_t number_ = 0;
};

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) out.push_back(cell);
  return out;
}

std::string misc_value(const std::string& misc, const std::string& key) {
  std::istringstream in(misc);
  for (std::string part; std::getline(in, part, '|');)
    if (part.starts_with(key + "=")) return part.substr(key.size() + 1);
  return "";
}

// Calls word(example, cells) for every word line.
template <typename Word>
std::vector<Example> read(const std::string& path, Word word) {
  Lines lines(path);
  std::vector<Example> out;
  Example example;
  for (std::string line; lines.next(line);) {
    if (line.empty()) {
      if (!example.forms.empty()) out.push_back(std::move(example));
      example = {};
    } else if (line.starts_with("# sent_id = ")) {
      example.id = line.substr(12);
    } else if (line == "# paragraph = first") {
      example.paragraph_first = true;
    } else if (line[0] != '#') {
      const auto row = cells(line);
      if (row.size() != 10) lines.fail("ten columns wanted");
      if (row[0].find_first_of("-.") != std::string::npos) continue;
      example.forms.push_back(row[1]);
      word(example, row);
    }
  }
  if (!example.forms.empty()) out.push_back(std::move(example));
  return out;
}

}  // namespace

std::vector<Example> read_treebank(const std::string& path) {
  return read(path, [](Example& example, const std::vector<std::string>& row) {
    example.words.push_back({row[3], row[4], row[5], row[2], row[7], std::stoi(row[6])});
  });
}

std::vector<Example> read_names(const std::string& path, Scheme scheme, const std::string& folding) {
  std::map<std::string, std::string> folded;
  std::ifstream in(folding);
  if (!in) throw std::runtime_error(folding + ": cannot be opened");
  for (std::string line; std::getline(in, line);) {
    const auto row = cells(line);
    constexpr const char* kNames[] = {"uner", "wiki", "gum"};
    if (row.size() == 3 && row[0] == kNames[scheme]) folded[row[1]] = row[2];
  }
  return read(path, [&](Example& example, const std::vector<std::string>& row) {
    example.scheme = scheme;
    std::string label = misc_value(row[9], "NER");
    const auto type = label.size() > 2 ? folded.find(label.substr(2)) : folded.end();
    label = type == folded.end() ? "O" : label.substr(0, 2) + type->second;
    if (label[0] == 'I') {  // an I- that continues nothing begins a name
      const std::string& before = example.names.empty() ? label : example.names.back();
      if (example.names.empty() || before.size() < 3 || before.substr(2) != label.substr(2)) label[0] = 'B';
    }
    example.names.push_back(label);
  });
}

std::vector<Example> read_attributions(const std::string& path, double share) {
  return read(path, [share](Example& example, const std::vector<std::string>& row) {
    const std::string role = misc_value(row[9], "Role"), cue = misc_value(row[9], "Cue");
    example.roles.push_back(role.empty() ? "O" : role);
    example.cues.push_back(cue.empty() ? -1 : std::stoi(cue));
    example.quoted.push_back(misc_value(row[9], "Quoted") == "Y");
    example.share = share;
  });
}

std::vector<Example> read_events(const std::string& path) {
  return read(path, [](Example& example, const std::vector<std::string>& row) {
    const std::string type = misc_value(row[9], "Event");
    example.events.push_back(type.empty() ? "none" : type);
  });
}

std::vector<Example> read_factuality(const std::string& path, FactSet set, double share) {
  return read(path, [=](Example& example, const std::vector<std::string>& row) {
    const std::string value = misc_value(row[9], "Fact");
    example.facts.push_back(value.empty() ? std::nanf("") : std::stof(value));
    example.fact_set = set;
    example.share = share;
  });
}

std::size_t join_factuality(std::vector<Example>& trees, const std::vector<Example>& facts) {
  std::map<std::vector<std::string>, const Example*> by_forms;
  for (const Example& example : facts) by_forms[example.forms] = &example;
  std::size_t joined = 0;
  for (Example& tree : trees) {
    const auto found = by_forms.find(tree.forms);
    if (found == by_forms.end()) continue;
    tree.facts = found->second->facts;
    tree.fact_set = found->second->fact_set;
    ++joined;
  }
  return joined;
}

std::size_t join_names(std::vector<Example>& trees, const std::vector<Example>& names) {
  std::map<std::string, const Example*> by_id;
  for (const Example& example : names) by_id[example.id] = &example;
  std::size_t joined = 0;
  for (Example& tree : trees) {
    const auto found = by_id.find(tree.id);
    if (found == by_id.end() || found->second->forms != tree.forms) continue;
    tree.names = found->second->names;
    tree.scheme = found->second->scheme;
    ++joined;
  }
  return joined;
}

}  // namespace wireroom::train
