// What goes wrong with a store: full disks, files that may not be written, other writers, other files. Each is a clear
// message and an exit status, and what was stored before is unharmed.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "cli/program.h"
#include "cli/store_contents.h"

namespace wireroom::cli_tests {
namespace {

using ::testing::HasSubstr;

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

// The program with a limit on the size of its files: writing beyond it fails as on a full disk.
Ended run_on_full_disk(const std::string& db, const std::string& input, int kilobytes) {
  return run_shell("ulimit -f " + std::to_string(kilobytes * 2) + " && exec $W code --jobs 1 --db '" + db + "' '" +
                   input + "'");
}

int reports_in(const std::string& db) {
  const std::string out = run({"sql", "--db", db, "--format", "csv", "SELECT count(*) AS reports FROM report"}).out;
  return std::stoi(out.substr(out.find('\n') + 1));
}

TEST(StoreFaults, AFullDiskCostsNothingThatWasStoredBefore) {
  const Folder folder;
  const std::string db = folder.path() + "/news.db", input = folder.file("in.ndjson", visits(3));
  (void)run({"code", "--db", db, input});
  (void)folder.file("in.ndjson", visits(120));
  const auto size = static_cast<int>(std::filesystem::file_size(db) / 1024);
  const Ended full = run_on_full_disk(db, input, size + 64);
  EXPECT_EQ(full.status, 3) << full.err;
  EXPECT_THAT(full.err, HasSubstr(db));
  EXPECT_THAT(full.err, HasSubstr("full"));
  EXPECT_EQ(std::count(full.err.begin(), full.err.end(), '\n'), 1) << full.err;
  // The reports before, perhaps some more that were stored before the disk was full; all of them whole.
  const int kept = reports_in(db);
  EXPECT_GE(kept, 3);
  EXPECT_LT(kept, 120);
  const std::string part = folder.path() + "/part.db";
  (void)folder.file("in.ndjson", visits(kept));
  (void)run({"code", "--db", part, input});
  EXPECT_TRUE(stored_records(db) == stored_records(part)) << kept << " reports";
  (void)folder.file("in.ndjson", visits(120));
  const Ended resumed = run({"code", "--db", db, input});
  EXPECT_EQ(resumed.status, 0) << resumed.err;
  const std::string whole = folder.path() + "/whole.db";
  (void)run({"code", "--db", whole, input});
  EXPECT_TRUE(stored_records(db) == stored_records(whole)) << "with room again the same command finishes";
}

TEST(StoreFaults, AFullDiskAtTheBeginningIsTold) {
  const Folder folder;
  const std::string db = folder.path() + "/news.db", input = folder.file("in.ndjson", visits(1));
  const Ended full = run_on_full_disk(db, input, 8);
  EXPECT_EQ(full.status, 3) << full.err;
  EXPECT_THAT(full.err, HasSubstr(db));
  EXPECT_EQ(run({"code", "--db", db, input}).status, 0) << "what is left of the file is no hindrance";
}

TEST(StoreFaults, AFileThatMayNotBeWritten) {
  const Folder folder;
  const std::string db = folder.path() + "/news.db";
  (void)run({"code", "--db", db, "-"}, visits(1));
  const std::string before = bytes_of(db);
  std::string as_user;  // root may write everything
  if (::geteuid() == 0) {
    as_user = "setpriv --reuid 65534 --regid 65534 --clear-groups ";
    ASSERT_EQ(::chmod(folder.path().c_str(), 0755), 0);
    if (run_shell(as_user + "$W --version").status != 0) GTEST_SKIP() << "no other user may run the program";
  }
  ASSERT_EQ(::chmod(db.c_str(), 0444), 0);
  ASSERT_EQ(::chmod(folder.path().c_str(), 0555), 0);
  const Ended coded = run_shell(as_user + "$W code --db '" + db + "' -", visits(2));
  EXPECT_EQ(coded.status, 3) << coded.err;
  EXPECT_THAT(coded.err, HasSubstr("may not be written"));
  const Ended made = run_shell(as_user + "$W code --db '" + folder.path() + "/new.db' -", visits(1));
  EXPECT_EQ(made.status, 3) << made.err;
  ASSERT_EQ(::chmod(folder.path().c_str(), 0755), 0);
  EXPECT_EQ(bytes_of(db), before);
}

TEST(StoreFaults, ASecondWriterIsToldAndTheFirstGoesOn) {
  const Folder folder;
  const std::string db = folder.path() + "/news.db", input = folder.file("in.ndjson", visits(3));
  (void)run({"code", "--db", db, "-"}, visits(1));
  const int other = ::open(db.c_str(), O_RDWR | O_CLOEXEC);  // stands for the first writer
  ASSERT_EQ(::flock(other, LOCK_EX | LOCK_NB), 0);
  for (const std::string& command :
       {"code --db '" + db + "' '" + input + "'", "group --db '" + db + "'", "merge --db '" + db + "' '" + db + "'"}) {
    const Ended second = run_shell("$W " + command);
    EXPECT_EQ(second.status, 3) << command << second.err;
    EXPECT_THAT(second.err, HasSubstr("another program is writing")) << command;
  }
  EXPECT_EQ(run({"events", "--db", db}).status, 0) << "readers do not mind";
  ::close(other);
  EXPECT_EQ(run({"code", "--db", db, input}).status, 0);
}

TEST(StoreFaults, WhatIsNoStoreIsLeftAsItIs) {
  const Folder folder;
  const std::string db = folder.path() + "/newer.db", foreign = folder.path() + "/foreign.db";
  (void)run({"code", "--db", db, "-"}, visits(1));
  ASSERT_EQ(
      run_shell("printf '\\000\\000\\000\\143' | dd of='" + db + "' bs=1 seek=60 conv=notrunc 2>/dev/null").status, 0)
      << "the schema number of a newer program";
  for (const std::string& command :
       {"code --db '" + db + "' -", "events --db '" + db + "'", "group --db '" + db + "'"}) {
    const Ended newer = run_shell("$W " + command, visits(2));
    EXPECT_EQ(newer.status, 2) << command;
    EXPECT_THAT(newer.err, HasSubstr("newer wireroom")) << command;
  }
  for (const std::string& content : {std::string("a text file of somebody else, which is longer than a header\n"),
                                     std::string("SQLite format 3\0cut", 19), std::string(5000, '\0')}) {
    const std::string file = folder.file("foreign.db", content);
    const Ended coded = run({"code", "--db", file, "-"}, visits(1));
    EXPECT_EQ(coded.status, 2) << coded.err;
    EXPECT_THAT(coded.err, HasSubstr(file));
    EXPECT_EQ(bytes_of(file), content);
    EXPECT_EQ(run({"events", "--db", file}).status, 2);
  }
  EXPECT_EQ(run({"code", "--db", folder.path(), "-"}, visits(1)).status, 2) << "a folder";
  const Ended missing = run({"code", "--db", folder.path() + "/no/such/news.db", "-"}, visits(1));
  EXPECT_EQ(missing.status, 2);
  EXPECT_THAT(missing.err, HasSubstr("no such folder"));
}

TEST(StoreFaults, DamagedStoresAreErrorsNotCrashes) {
  const Folder folder;
  const std::string db = folder.path() + "/news.db";
  (void)run({"code", "--db", db, "-"}, visits(5));
  const std::string whole = bytes_of(db);
  std::mt19937 random(1);
  for (int round = 0; round < 12; ++round) {
    std::string damaged = whole;
    if (round % 3 == 0) damaged.resize(whole.size() / 2 + random() % (whole.size() / 2));
    for (int i = 0; i < 40; ++i) damaged[100 + random() % (damaged.size() - 100)] = static_cast<char>(random());
    const std::string file = folder.file("damaged.db", damaged);
    for (const char* command : {"events", "group", "runs"}) {
      const Ended ended = run({command, "--db", file});
      EXPECT_LE(ended.status, 3) << command << " ended by a signal in round " << round;
      if (ended.status != 0) {
        EXPECT_THAT(ended.err, HasSubstr("damaged.db"));
      }
    }
    for (const char* end : {"-wal", "-shm"}) std::filesystem::remove(file + end);
  }
}

}  // namespace
}  // namespace wireroom::cli_tests
