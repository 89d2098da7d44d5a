// "the group", "the Israeli leader": whom they take up.
#include <gtest/gtest.h>

#include <string>

#include "actor/actor_resolver.h"
#include "testing/conllu_fixture.h"

namespace wireroom {
namespace {

const ActorResolver& resolver() {
  static const ActorResolver kResolver = std::move(ActorResolver::load()).value();
  return kResolver;
}

constexpr std::string_view kArmed = R"(
1 Boko Boko PROPN NNP Number=Sing 3 nsubj NER=B-ORG
2 Haram Haram PROPN NNP Number=Sing 1 flat NER=I-ORG
3 attacked attack VERB VBD Tense=Past 0 root _
4 a a DET DT _ 5 det _
5 village village NOUN NN Number=Sing 3 obj _
6 . . PUNCT . _ 3 punct _
)";

// "The NOUN denied it ."
std::string denies(std::string_view article, std::string_view noun) {
  return "\n1 " + std::string(article) + (article == "A" ? " a" : " the") + " DET DT _ 2 det _\n2 " +
         std::string(noun) + " " + std::string(noun) +
         " NOUN NN Number=Sing 3 nsubj _\n3 denied deny VERB VBD Tense=Past 0 root _\n"
         "4 it it PRON PRP Person=3|PronType=Prs 3 obj _\n5 . . PUNCT . _ 3 punct _\n";
}

// The actors of two words; -1 for a word that is no mention's head.
struct Two {
  int first = -1, second = -1;
};

Two actors_of(const std::string& conllu, std::pair<std::uint32_t, std::uint32_t> first,
              std::pair<std::uint32_t, std::uint32_t> second) {
  const testing::Fixture f = testing::fixture(conllu, "2016-03-24");
  const Actors actors = resolver().resolve(f.report, f.parse, {});
  const auto actor = [&](std::pair<std::uint32_t, std::uint32_t> at) {
    const Mention* mention = actors.with_head(at.first, at.second);
    return mention ? static_cast<int>(mention->actor) : -1;
  };
  return {actor(first), actor(second)};
}

TEST(AnaphorSieve, TheGroupIsTheOneNamedBefore) {
  const Two two = actors_of(std::string(kArmed) + denies("The", "group"), {0, 0}, {1, 1});
  EXPECT_GE(two.first, 0);
  EXPECT_EQ(two.first, two.second);
}

TEST(AnaphorSieve, ANounOfAnotherKindTakesUpNobody) {
  const Two two = actors_of(std::string(kArmed) + denies("The", "newspaper"), {0, 0}, {1, 1});
  EXPECT_GE(two.first, 0);
  EXPECT_NE(two.first, two.second);
}

TEST(AnaphorSieve, AnIndefiniteNounBringsInSomebodyNew) {
  const Two two = actors_of(std::string(kArmed) + denies("A", "group"), {0, 0}, {1, 1});
  EXPECT_GE(two.first, 0);
  EXPECT_NE(two.first, two.second);
}

TEST(AnaphorSieve, WhatWasNamedLongBeforeIsForgotten) {
  std::string between;
  for (int i = 0; i < 13; ++i)
    between +=
        "\n1 Rain rain NOUN NN Number=Sing 2 nsubj _\n2 fell fall VERB VBD Tense=Past 0 root _\n3 . . PUNCT . _ 2 "
        "punct _\n";
  const Two two = actors_of(std::string(kArmed) + between + denies("The", "group"), {0, 0}, {14, 1});
  EXPECT_GE(two.first, 0);
  EXPECT_NE(two.first, two.second);
}

constexpr std::string_view kLeader = R"(
1 Israeli Israeli ADJ JJ _ 3 amod NER=B-NORP
2 Prime prime ADJ NNP _ 3 amod _
3 Minister Minister PROPN NNP Number=Sing 4 nmod:desc _
4 Benjamin Benjamin PROPN NNP Number=Sing 6 nsubj NER=B-PER
5 Netanyahu Netanyahu PROPN NNP Number=Sing 4 flat NER=I-PER
6 arrived arrive VERB VBD Tense=Past 0 root _
7 . . PUNCT . _ 6 punct _
)";

std::string says_leader_of(std::string_view adjective) {
  return "\n1 The the DET DT _ 3 det _\n2 " + std::string(adjective) + " " + std::string(adjective) +
         " ADJ JJ _ 3 amod NER=B-NORP\n3 leader leader NOUN NN Number=Sing 4 nsubj _\n"
         "4 agreed agree VERB VBD Tense=Past 0 root _\n5 . . PUNCT . _ 4 punct _\n";
}

TEST(AnaphorSieve, TheLeaderOfACountryIsTheHeadOfItsGovernmentNamedBefore) {
  const Two same = actors_of(std::string(kLeader) + says_leader_of("Israeli"), {0, 3}, {1, 2});
  EXPECT_GE(same.first, 0);
  EXPECT_EQ(same.first, same.second);
  const Two other = actors_of(std::string(kLeader) + says_leader_of("Greek"), {0, 3}, {1, 2});
  EXPECT_GE(other.first, 0);
  EXPECT_NE(other.first, other.second);
}

}  // namespace
}  // namespace wireroom
