#!/usr/bin/env python3
"""Scores packs and writes docs/accuracy.md.

    cargo build --release && python3 tools/accuracy.py [--command "target/release/factlint"] [PACK…]
    python3 tools/accuracy.py --first-contact DATE PACK…     also notes the packs' figures in docs/first-contact.csv

Without PACK: tests/packs/* and, where they lie beside the repository, ../shared/eval/packs/*. What a pack is, tests/packs/README.md says.

A gold row is found when a finding with its verdict and its claim overlaps its quote. A conflict that meets no gold conflict is a false alarm,
whether a trap was set there or not.
"""

import argparse
import csv
import datetime
import json
import pathlib
import subprocess
import sys
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
# What the most frequent kinds of miss have in common.
TAKES = {
    "date": "event wordings that no lexicon lists, days in fragments and labels, elapsed time in words",
    "name": "pronouns and descriptions as participants, names that hang on no word of the claim, former holders",
    "number": "wordings of the desk, figures that answer the sentence before",
    "count": "sums over a list, one of several, counts in fragments",
    "first-last": "since in other words (it is 19 years since), superlatives, nobody else, records",
    "duration": "spans told by their two ends, ages and years since",
    "bound": "bounds and rounded words far from the value",
    "negation": "without, nothing, none of them, still unsigned",
    "place": "places in apposition, demonyms, here and there",
    "office": "predecessors and successors, terms told in years, titles of tabloids",
    "event": "idiom, metonymy, other verbs for the deed",
    "quote": "quotations put together from several sentences",
}
FIRST_CONTACT = ROOT / "docs" / "first-contact.csv"
COLUMNS = ["date", "pack", "conflict precision", "conflict recall", "supported recall", "traps sprung", "traps"]


@dataclass
class Result:
    """What came out of one pack."""

    pack: str
    totals: Counter = field(default_factory=Counter)
    types: dict = field(default_factory=lambda: defaultdict(Counter))
    misses: Counter = field(default_factory=Counter)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packs", nargs="*", type=pathlib.Path, metavar="PACK")
    parser.add_argument("--command", default=str(ROOT / "target" / "release" / "factlint"))
    parser.add_argument("--first-contact", metavar="DATE", type=datetime.date.fromisoformat)
    args = parser.parse_args()
    packs = args.packs or default_packs()
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda pack: judge(pack, args.command.split()), packs))
    if None in results:
        sys.exit(2)
    if args.first_contact:
        note_first_contact(args.first_contact, results)
    PAGE.write_text(page(results))
    print(f"{PAGE.relative_to(ROOT)}: {len(results)} packs")


def default_packs():
    found = []
    for folder in [ROOT / "tests" / "packs", ROOT.parent / "shared" / "eval" / "packs"]:
        if folder.is_dir():
            found += [pack for pack in sorted(folder.iterdir()) if (pack / "gold.jsonl").is_file()]
    return found


# Scoring.


def judge(pack, command):
    """The result of one pack; None where the program fails on it, which is told."""
    inputs, texts = articles(pack)
    call = command + ["check", "--format", "json", "--show", "all", "--rules", str(pack / "rules"), *map(str, inputs)]
    done = subprocess.run(call, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        print(f"{pack.name}: exit {done.returncode}: {done.stderr[-2000:]}", file=sys.stderr)
        return None
    return score(pack.name, gold_rows(pack, texts), findings(json.loads(done.stdout)))


def articles(pack):
    """Paths for the command, and the text of each article, in which findings count their bytes."""
    inputs, texts = [], {}
    for path in sorted((pack / "articles").iterdir()):
        inputs.append(path)
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            for line in filter(str.strip, text.splitlines()):
                article = json.loads(line)
                texts[article["id"]] = article["text"]
        else:
            texts[path.name] = text
    return inputs, texts


def gold_rows(pack, texts):
    rows = []
    for number, line in enumerate((pack / "gold.jsonl").read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        row = json.loads(line)
        text = texts.get(row["article"])
        if text is None or text.count(row["quote"]) != 1:
            sys.exit(f"{pack.name}/gold.jsonl:{number}: the quote must occur once in its article: {row['quote']!r}")
        start = len(text[: text.index(row["quote"])].encode())
        row["span"] = start, start + len(row["quote"].encode())
        row["claims"] = row["claim"] if isinstance(row["claim"], list) else [row["claim"]]
        rows.append(row)
    return rows


def findings(report):
    found = []
    for article in report["articles"]:
        key = article.get("id") or pathlib.Path(article["path"]).name
        for finding in article["findings"]:
            place = finding["statement"]
            found.append((key, finding["claim"], finding["verdict"], (place["start"], place["end"])))
    return found


def score(pack, gold, found):
    result, met = Result(pack), set()
    for row in gold:
        kind, verdict = row.get("type", "-"), row["verdict"]
        by_type = result.types[kind]
        right = hits(row, found, {verdict})
        if verdict in ("conflict", "supported", "imprecise"):
            name = {"conflict": "conflicts", "supported": "supported", "imprecise": "imprecise"}[verdict]
            for counts in (result.totals, by_type):
                counts[name] += 1
                counts[f"{name}_hit"] += bool(right)
            if verdict == "conflict":
                met.update(right)
            if not right:
                result.misses[f"missed {verdict}", kind] += 1
        elif verdict == "silent":
            sprung = bool(hits(row, found, {"conflict", "imprecise"}))
            for counts in (result.totals, by_type):
                counts["traps"] += 1
                counts["traps_sprung"] += sprung
            if sprung:
                result.misses["trap sprung", kind] += 1
    for at, (article, claim, verdict, span) in enumerate(found):
        if verdict == "conflict":
            result.totals["alarms"] += 1
            result.totals["alarms_right"] += at in met
            if at not in met:
                result.misses["false alarm", near(gold, article, span)] += 1
    return result


def hits(row, found, verdicts):
    return [
        at
        for at, (article, claim, verdict, span) in enumerate(found)
        if article == row["article"] and verdict in verdicts and overlap(span, row["span"])
        and (claim in row["claims"] or row["claims"] == ["*"])
    ]


def near(gold, article, span):
    """The type of the gold row under a false alarm."""
    rows = [row for row in gold if row["article"] == article and overlap(span, row["span"])]
    return rows[0].get("type", "-") if rows else "nothing was judged there"


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


# The page.


def page(results):
    all_totals, types, misses = Counter(), defaultdict(Counter), Counter()
    for result in results:
        all_totals.update(result.totals)
        misses.update(result.misses)
        for kind, counts in result.types.items():
            types[kind].update(counts)
    lines = [
        "# Accuracy",
        "",
        "Written by `tools/accuracy.py`; do not edit. Precision is the share of reported conflicts that are right, recall the share of planted",
        "ones that are reported; a trap is a sentence at which nothing may be flagged. Each pack has a topic (a desk) and a writer of its own.",
        "",
        "## By desk",
        "",
        *table(
            ["desk", "conflict precision", "conflict recall", "imprecise recall", "supported recall", "traps sprung"],
            [[result.pack, *figures(result.totals)] for result in sorted(results, key=lambda r: r.pack)]
            + [["**all**", *figures(all_totals)]],
        ),
        "",
        "## By type",
        "",
        "What the gold row tests, as its writer named it.",
        "",
        *table(
            ["type", "conflict recall", "imprecise recall", "supported recall", "traps sprung"],
            [[kind, *figures(counts)[1:]] for kind, counts in sorted(types.items())],
        ),
        "",
        "## First contact",
        "",
        "Packs when the program first saw them, before anything was learnt from them, in the order in which it did.",
        "",
        *first_contact(),
        "",
        "## The ten most frequent kinds of miss",
        "",
        *table(
            ["what", "type", "times", "what it would take"],
            [[what, kind, str(times), TAKES.get(kind, "")] for (what, kind), times in most(misses, 10)],
        ),
        "",
    ]
    return "\n".join(lines)


def figures(counts):
    return [
        share(counts["alarms_right"], counts["alarms"]),
        share(counts["conflicts_hit"], counts["conflicts"]),
        share(counts["imprecise_hit"], counts["imprecise"]),
        share(counts["supported_hit"], counts["supported"]),
        f"{counts['traps_sprung']} of {counts['traps']}" if counts["traps"] else "–",
    ]


def share(part, whole):
    return f"{part / whole:.2f} ({part} of {whole})" if whole else "–"


def most(counts, number):
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:number]


def table(head, rows):
    if not rows:
        return ["None yet."]
    return ["| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *rows]]


def first_contact():
    if not FIRST_CONTACT.is_file():
        return ["None yet."]
    with FIRST_CONTACT.open(newline="") as file:
        rows = list(csv.DictReader(file))
    return table(COLUMNS, [[row[column] for column in COLUMNS] for row in rows])


def note_first_contact(date, results):
    """Adds the packs that the file does not have yet: a first contact happens once."""
    rows = []
    if FIRST_CONTACT.is_file():
        with FIRST_CONTACT.open(newline="") as file:
            rows = list(csv.DictReader(file))
    known = {row["pack"] for row in rows}
    for result in results:
        if result.pack not in known:
            precision, recall, _, supported, _ = (figure.split(" ")[0] for figure in figures(result.totals))
            traps = result.totals["traps_sprung"], result.totals["traps"]
            rows.append(dict(zip(COLUMNS, [date.isoformat(), result.pack, precision, recall, supported, *traps])))
    with FIRST_CONTACT.open("w", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
