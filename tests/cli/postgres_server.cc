#include "cli/postgres_server.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace wireroom::cli_tests {
namespace {

// Where Debian keeps the programs of its newest server; they are not in the search path.
std::string programs() {
  std::string found;
  std::error_code ignored;
  for (const auto& version : std::filesystem::directory_iterator("/usr/lib/postgresql", ignored))
    if (std::filesystem::exists(version.path() / "bin/initdb"))
      found = std::max(found, version.path().string() + "/bin");
  return found;
}

}  // namespace

std::unique_ptr<PostgresServer> PostgresServer::start() {
  const std::string where = programs();
  if (where.empty()) return nullptr;
  const bool root = ::geteuid() == 0;
  std::unique_ptr<PostgresServer> server(
      new PostgresServer(where, root ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : ""));
  const std::string folder = server->folder_.path();
  if (root && ::chown(folder.c_str(), 65534, 65534) != 0) return nullptr;
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all | std::filesystem::perms::group_exec |
                                           std::filesystem::perms::others_exec);
  const std::string password = server->folder_.file("password", kPassword);
  std::filesystem::permissions(password, std::filesystem::perms::others_read, std::filesystem::perm_options::add);
  const Ended made =
      run_shell("cd / && " + server->as_user_ + where + "/initdb --no-sync -E UTF8 --locale C.UTF-8 -U wire -A " +
                "scram-sha-256 --pwfile '" + password + "' -D '" + folder + "/data'");
  EXPECT_EQ(made.status, 0) << made.err;
  EXPECT_TRUE(server->start_again());
  return server;
}

bool PostgresServer::start_again() const {
  const std::string folder = folder_.path();
  return run_shell("cd / && " + as_user_ + programs_ + "/pg_ctl -w -D '" + folder + "/data' -l '" + folder +
                   "/log' -o '-c listen_addresses= -c fsync=off -c unix_socket_directories=" + folder +
                   "' start > /dev/null 2>&1")
             .status == 0;
}

std::string PostgresServer::stop_command() const {
  return "cd / && " + as_user_ + programs_ + "/pg_ctl -w -m immediate -D '" + folder_.path() +
         "/data' stop > /dev/null 2>&1";
}

PostgresServer::~PostgresServer() { (void)run_shell(stop_command()); }

std::string PostgresServer::address(const std::string& name, const std::string& password) const {
  return "postgresql://wire:" + password + "@/" + name + "?host=" + folder_.path();
}

std::string PostgresServer::database(const std::string& name) const {
  (void)psql("postgres", "CREATE DATABASE " + name);
  return address(name);
}

std::string PostgresServer::client(const std::string& database) const {
  return programs_ + "/psql -qAtX -v ON_ERROR_STOP=1 '" + address(database) + "'";
}

std::string PostgresServer::psql(const std::string& database, const std::string& sql) const {
  const Ended ended = run_shell(client(database), sql);
  EXPECT_EQ(ended.status, 0) << sql << ": " << ended.err;
  return ended.out;
}

void PostgresServer::hold(const std::string& database, const std::string& sql, int seconds) const {
  const Ended begun = run_shell("(" + client(database) + " -c \"" + sql + "\" -c 'SELECT pg_sleep(" +
                                std::to_string(seconds) + ")' > /dev/null 2>&1 &) ; sleep 0.5");
  EXPECT_EQ(begun.status, 0);
}

}  // namespace wireroom::cli_tests
