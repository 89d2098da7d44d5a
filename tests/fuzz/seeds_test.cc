// All fuzz targets without Clang, as a part of the tests: each on its seeds and on some changed copies of them, always
// the same. Finds what is broken at once; to search for the rest there is tests/fuzz/run.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using Target = int(const std::uint8_t*, std::size_t);

// LLVMFuzzerTestOneInput of each target, renamed where they are compiled (tests/CMakeLists.txt).
extern "C" {
Target fuzz_conllu, fuzz_files, fuzz_layers, fuzz_ndjson, fuzz_rules, fuzz_table, fuzz_text, fuzz_weights;
int fuzz_layers_initialize(int*, char***);
}

namespace {

constexpr std::size_t kLongestSeed = 4000;

std::string trying;  // what stands on standard error if a target aborts

void tell_and_abort(int) {
  for (const std::string_view text :
       {std::string_view("while trying "), std::string_view(trying), std::string_view("\n")})
    if (::write(STDERR_FILENO, text.data(), text.size()) < 0) break;
  std::signal(SIGABRT, SIG_DFL);
  std::abort();
}

// Inserts, deletes, changes and repeats bytes: the generator of Numerical Recipes, the same everywhere.
std::string changed(std::string bytes, std::uint32_t seed) {
  const auto draw = [&seed](std::size_t limit) {
    seed = seed * 1664525U + 1013904223U;
    return static_cast<std::size_t>(seed >> 8) % limit;
  };
  static constexpr std::string_view kSigns[] = {"\"",   "“", "”", "(", "\n", "\n\n", "\t",
                                                "\xFF", ".", " ", "0", "-",  "|"};
  for (std::size_t step = 0; step < 12 && !bytes.empty(); ++step) {
    const std::size_t at = draw(bytes.size());
    switch (draw(4)) {
      case 0:
        bytes.insert(at, kSigns[draw(std::size(kSigns))]);
        break;
      case 1:
        bytes.erase(at, 1 + draw(40));
        break;
      case 2:
        bytes[at] = static_cast<char>(draw(256));
        break;
      default:
        bytes.insert(draw(bytes.size()), bytes.substr(at, draw(80)));
    }
  }
  return bytes;
}

std::vector<std::filesystem::path> files_of(const std::string& folder, const std::string& extension) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(WIREROOM_SOURCE) + "/" + folder))
    if (entry.path().extension() == extension) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  EXPECT_FALSE(files.empty()) << folder << " " << extension;
  return files;
}

void run_one(Target& target, const std::string& bytes) {
  target(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

// The target on each file behind `prefix`, and on so many changed copies of it.
void run(Target& target, const std::vector<std::filesystem::path>& files, const std::string& prefix,
         std::uint32_t copies) {
  std::signal(SIGABRT, tell_and_abort);
  for (const auto& file : files) {
    std::ostringstream content;
    content << std::ifstream(file, std::ios::binary).rdbuf();
    const std::string seed = content.str().substr(0, kLongestSeed);
    trying = file.string() + " as it is";
    run_one(target, prefix + seed);
    for (std::uint32_t copy = 0; copy < copies; ++copy) {
      trying = file.string() + ", changed copy " + std::to_string(copy);
      run_one(target, prefix + changed(seed, copy));
    }
  }
}

#ifdef __SANITIZE_ADDRESS__
constexpr std::uint32_t kFew = 1, kMany = 20;
#else
constexpr std::uint32_t kFew = 6, kMany = 100;
#endif

TEST(FuzzSeeds, Text) { run(fuzz_text, files_of("samples", ".txt"), "", kMany); }

TEST(FuzzSeeds, Files) { run(fuzz_files, files_of("samples", ".txt"), "a", kMany); }

TEST(FuzzSeeds, Conllu) { run(fuzz_conllu, files_of("tests/fuzz/seeds", ".conllu"), "", 10 * kMany); }

TEST(FuzzSeeds, Ndjson) { run(fuzz_ndjson, files_of("tests/fuzz/seeds", ".ndjson"), "", 10 * kMany); }

TEST(FuzzSeeds, Rules) { run(fuzz_rules, files_of("rules/event", ".rules"), "", kMany); }

TEST(FuzzSeeds, Tables) {
  const std::vector<std::filesystem::path> files = files_of("rules/event", ".tsv");
  for (int reader = 0; reader < 5; ++reader) run(fuzz_table, files, std::string(1, static_cast<char>(reader)), kFew);
}

TEST(FuzzSeeds, Weights) {
  std::signal(SIGABRT, tell_and_abort);
  run_one(fuzz_weights, std::string("\0WIREROOM", 9));
  for (std::uint32_t copy = 0; copy < 3 * kFew; ++copy) {
    trying = "changed weights " + std::to_string(copy);
    run_one(fuzz_weights, changed("\x01" + std::string(3 * copy, 'x'), copy));
  }
}

TEST(FuzzSeeds, Layers) {
  fuzz_layers_initialize(nullptr, nullptr);
  run(fuzz_layers, files_of("samples", ".txt"), "ab1", kFew);
}

}  // namespace
