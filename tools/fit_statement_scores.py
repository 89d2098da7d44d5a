#!/usr/bin/env python3
"""Fits rules/statement/scores.tsv: a logistic regression over the named features of candidate statements.

    cmake --build build/release --target statement_candidates
    build/release/tools/statement_candidates TRAIN.ndjson > candidates.ndjson
    tools/fit_statement_scores.py TRAIN.ndjson candidates.ndjson tagged.ndjson > rules/statement/scores.tsv

The first file of candidates is made with weights that have no head for attributions (column `weight`), the second with weights that have
one (column `tagged`); WIREROOM_DATA puts other weights in the place of the embedded ones.

TRAIN.ndjson has one article a line: `id`, `text`, and `attributions`, a list of {source, cue, content}, each a list of
[begin, end) in code points of the text. A candidate is right if it shares at least half of its words and half of the
attribution's with one that no better candidate has. Candidates within others are not counted: the marking has no nested
ones. The threshold is the one with the best F1. No other package is needed.
"""
import collections
import json
import math
import random
import re
import sys

WORD = re.compile(r"\w+(?:[’'\-.&]\w+)*")
SHARE = 0.5
ROUNDS, STEP, SHRINK = 40, 0.2, 0.02


def words_of(text):
    return [m.span() for m in WORD.finditer(text)]


def taken(words, spans):
    return frozenset(i for i, (b, e) in enumerate(words) for sb, se in spans if b < se and e > sb)


def labelled(articles, lines):
    """(features, right) for each counted candidate, and the number of attributions."""
    examples, gold_count = [], 0
    for line in lines:
        article = articles.get(line["id"])
        if not article:
            continue
        words = words_of(article["text"])
        gold = [taken(words, a["content"]) for a in article["attributions"]]
        gold = [g for g in gold if g]
        gold_count += len(gold)
        found = [taken(words, c["content"]) for c in line["candidates"]]
        at = collections.defaultdict(set)
        for i, g in enumerate(gold):
            for w in g:
                at[w].add(i)
        pairs = []
        for j, f in enumerate(found):
            for i in {i for w in f for i in at[w]}:
                both = len(f & gold[i])
                pairs.append((-both / len(f | gold[i]), i, j, both))
        used_gold, right, near = set(), set(), set()
        for _, i, j, both in sorted(pairs):
            if i in used_gold or j in near:
                continue
            used_gold.add(i)
            near.add(j)
            if both >= SHARE * len(gold[i]) and both >= SHARE * len(found[j]):
                right.add(j)
        for j, candidate in enumerate(line["candidates"]):
            if not found[j] or "within" in candidate:
                continue
            examples.append((candidate["features"], j in right))
    return examples, gold_count


def probability(weights, features):
    return 1 / (1 + math.exp(-max(-30, min(30, sum(weights[f] for f in features)))))


def fit(examples):
    weights, squares = collections.defaultdict(float), collections.defaultdict(lambda: 1e-6)
    count = collections.Counter(f for features, _ in examples for f in features)
    order = list(range(len(examples)))
    for _ in range(ROUNDS):
        random.Random(7).shuffle(order)
        for k in order:
            features, right = examples[k]
            error = probability(weights, features) - right
            for f in features:
                slope = error + SHRINK * weights[f] / max(1, count[f]) ** 0.5
                squares[f] += slope * slope
                weights[f] -= STEP * slope / squares[f] ** 0.5
    return {f: w for f, w in weights.items() if count[f] >= 5}


def best_threshold(weights, examples, gold_count):
    weights = {f: w for f, w in weights.items() if f != "threshold"}
    scored = sorted(((probability(collections.defaultdict(float, weights), f), right) for f, right in examples), reverse=True)
    best, hits = (0.0, 0.5), 0
    for n, (score, right) in enumerate(scored, 1):
        hits += right
        best = max(best, (2 * hits / (n + gold_count), score))
    return best[1]


def fitted(articles, path):
    with open(path, encoding="utf-8") as file:
        examples, gold_count = labelled(articles, map(json.loads, file))
    weights = fit(examples)
    weights["threshold"] = best_threshold(weights, examples, gold_count)
    return weights


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        articles = {a["id"]: a for a in map(json.loads, file)}
    plain, tagged = fitted(articles, sys.argv[2]), fitted(articles, sys.argv[3])
    print("# Logistic weights of the features of a statement, made by tools/fit_statement_scores.py; the sum of a statement's\n"
          "# features through the logistic function is its score. Below \"threshold\" nothing is recorded. Column tagged: where the\n"
          "# weights of the encoder have the head that tags attributions.")
    print("feature\tweight\ttagged")
    for feature in sorted(set(plain) | set(tagged), key=lambda f: (f != "threshold", f != "bias", f)):
        print(feature, *(f"{w[feature]:.2f}" if feature in w else "" for w in (plain, tagged)), sep="\t")


if __name__ == "__main__":
    main()
