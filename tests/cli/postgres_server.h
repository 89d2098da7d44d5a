// A PostgreSQL server of the tests' own: a cluster in a temporary folder, reached by a socket there, gone at the end.
// It never runs as root.
#pragma once

#include <memory>
#include <string>

#include "cli/program.h"

namespace wireroom::cli_tests {

class PostgresServer {
 public:
  // Starts one; null where Debian's package `postgresql` is not installed.
  static std::unique_ptr<PostgresServer> start();
  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  // Makes an empty database and returns its address.
  [[nodiscard]] std::string database(const std::string& name) const;
  [[nodiscard]] std::string address(const std::string& name, const std::string& password = kPassword) const;
  // Runs SQL as the owner of everything; what it prints.
  [[nodiscard]] std::string psql(const std::string& database, const std::string& sql) const;
  // A command line that holds the SQL's session for some seconds in the background.
  void hold(const std::string& database, const std::string& sql, int seconds) const;
  // A command line that ends the server at once, as a crash would.
  [[nodiscard]] std::string stop_command() const;
  [[nodiscard]] bool start_again() const;

  static constexpr const char* kPassword = "ink-and-paper";

 private:
  PostgresServer(std::string programs, std::string as_user)
      : programs_(std::move(programs)), as_user_(std::move(as_user)) {}
  [[nodiscard]] std::string client(const std::string& database) const;
  Folder folder_;
  std::string programs_;  // the folder of initdb
  std::string as_user_;   // what stands before a command so that root does not run it
};

}  // namespace wireroom::cli_tests
