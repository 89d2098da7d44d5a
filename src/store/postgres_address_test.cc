#include "store/postgres_address.h"

#include <gtest/gtest.h>
#include <libpq-fe.h>

namespace wireroom {
namespace {

TEST(PostgresAddress, IsShownWithoutPasswords) {
  EXPECT_EQ(shown_address("postgresql://ann:secret@host/news"), "postgresql://ann@host/news");
  EXPECT_EQ(shown_address("postgres://ann@host:5433/news"), "postgres://ann@host:5433/news");
  EXPECT_EQ(shown_address("postgresql://host/news?user=ann&password=secret"), "postgresql://host/news");
  EXPECT_EQ(shown_address("postgresql://ann:sec?ret@host/news?sslmode=require"), "postgresql://ann@host/news");
  EXPECT_EQ(shown_address("postgresql://ann:se@cr:et@host/news"), "postgresql://ann@host/news");
  EXPECT_EQ(shown_address("postgresql:///news?host=/run/a@b"), "postgresql:///news");
  EXPECT_EQ(shown_address("postgresql://"), "postgresql://");
}

// With what libpq itself says of addresses that it cannot read or reach.
TEST(PostgresAddress, LibpqsMessagesTellNoSecret) {
  for (const char* address :
       {"postgresql://ann:%secret@host/news", "postgresql://ann:secret@host:port]/news?secret",
        "postgresql://host/news?password=%secret", "postgresql://host/news?password=a=secret",
        "postgresql://host/news?passwort=secret", "postgresql://ann:secret@[::1/news",
        "postgresql://ann:x@secret@/news?host=/nowhere", "postgresql://ann:x@secret@127.0.0.1:1/news"}) {
    PGconn* connection = PQconnectdb(address);
    ASSERT_EQ(PQstatus(connection), CONNECTION_BAD);
    const std::string told = without_secrets(PQerrorMessage(connection), address);
    EXPECT_EQ(told.find("secret"), std::string::npos) << told;
    EXPECT_NE(told, "") << address;
    PQfinish(connection);
  }
}

}  // namespace
}  // namespace wireroom
