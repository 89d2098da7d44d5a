// Where `code --db FILE` puts its reports: the store, behind one lock, with the program's identity as the run.
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "base/result.h"
#include "cli/options.h"
#include "store/store.h"
#include "wireroom/coded.h"

namespace wireroom::cli {

class StoreSink {
 public:
  static Result<StoreSink> open(const Options& options);

  // Before a report is coded: false if the store has it already. Gives the report the id that it is stored under.
  Result<bool> wants(Report& report);
  // A report and its records, as records_to_store() makes them.
  Status add(StoredReport report);
  Status finish();

  [[nodiscard]] const std::string& place() const { return store_.place(); }
  [[nodiscard]] std::size_t stored() const { return stored_; }
  [[nodiscard]] std::size_t passed_over() const { return passed_over_; }
  // Of those passed over: coded by another version or with other options.
  [[nodiscard]] std::size_t by_another_run() const { return by_another_run_; }

 private:
  explicit StoreSink(Store store) : store_(std::move(store)) {}
  Store store_;
  std::unique_ptr<std::mutex> lock_ = std::make_unique<std::mutex>();
  std::size_t stored_ = 0, passed_over_ = 0, by_another_run_ = 0;
};

// Who codes with these options: version, hashes of what the program knows, options that change records.
[[nodiscard]] Result<RunIdentity> run_identity(const Options& options);

// The layers that a store holds.
[[nodiscard]] LayerSet stored_layers();
[[nodiscard]] StoredReport records_to_store(const Coded& coded, double min_score);

}  // namespace wireroom::cli
