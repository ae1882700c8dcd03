#!/usr/bin/env python3
"""Checks the data files by themselves, without factlint: rules/*.yaml, corpus/rules/*.yaml, corpus/expected.json.

    python3 tools/check_data.py

Needs PyYAML. It says what is wrong and ends with 1, or counts and ends with 0:
an id defined differently in two files, a name of two entities, a reference to nothing, a claim id given twice, a test that
YAML has cut in two at a comma, an expected claim that does not exist, an expected quote that does not occur once.
"""

import datetime
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from html.parser import HTMLParser
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
problems = []


def main():
    entities, claims = {}, set()
    names = defaultdict(set)
    counts = Counter()
    for path in sorted([*ROOT.glob("rules/*.yaml"), *ROOT.glob("corpus/rules/*.yaml")]):
        rules(path, entities, names, claims, counts)
    for name, ids in sorted(names.items()):
        if len(ids) > 1:
            problems.append(f"{name!r} names {', '.join(sorted(ids))}")
    for id, entity in entities.items():
        for reference in [entity.get("in"), entity.get("where"), *entity.get("participants", [])]:
            if reference and reference not in entities and fold(reference) not in names:
                problems.append(f"{id}: no entity {reference}")
    corpus(claims, counts)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(", ".join(f"{number} {what}" for what, number in counts.items()))
    sys.exit(1 if problems else 0)


def rules(path, entities, names, claims, counts):
    file = yaml.safe_load(path.read_text(encoding="utf-8"))
    counts["rule files"] += 1
    for id, entity in file.get("entities", {}).items():
        counts["entities with repeats"] += 1
        for name in [entity["name"], *entity.get("also", []), *filter(None, [entity.get("demonym")])]:
            if not isinstance(name, str):
                problems.append(f"{path.name}: {id}: {name!r} is not text")
                continue
            names[fold(name)].add(id)
        known = entities.setdefault(id, {})
        for key, value in entity.items():
            if known.setdefault(key, value) != value:
                problems.append(f"{path.name}: {id}: {key} differs from another file")
    for claim in file.get("claims", []):
        counts["claims"] += 1
        if isinstance(claim, str):
            claim = {"claim": claim}
        subject = re.split(r" (?:=|!=|~|<=?|>=?|includes) ", claim["claim"])[0]
        id = f"{path.stem}/{claim.get('id') or slug(subject)}"
        if id in claims:
            problems.append(f"{id} twice")
        claims.add(id)
        for sentences in claim.get("tests", {}).values():
            for sentence in sentences:
                counts["tests in rules"] += 1
                if not isinstance(sentence, str) or not re.match(r'["“\'A-Z].*[.?!"”]$', sentence):
                    problems.append(f"{id}: {sentence!r} is no sentence")


def corpus(claims, counts):
    expected = json.loads((ROOT / "corpus" / "expected.json").read_text(encoding="utf-8"))
    articles = {}
    for path in sorted((ROOT / "corpus").iterdir()):
        if path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                article = json.loads(line)
                datetime.date.fromisoformat(article["date"])
                articles[f"corpus/{path.name}", article["id"]] = article["text"]
        elif path.suffix in (".txt", ".md", ".html"):
            articles[f"corpus/{path.name}", None] = decoded(path)
    counts["articles"] = len(articles)
    for article in expected["articles"]:
        key = article["path"], article["id"]
        text = articles.pop(key, None)
        if text is None:
            problems.append(f"expected.json: no article {key}")
            continue
        text = text.replace("\u00a0", " ")
        for finding in article["findings"]:
            counts[f"expected {finding['verdict']}"] += 1
            if finding["claim"] is not None and finding["claim"] not in claims:
                problems.append(f"expected.json: no claim {finding['claim']}")
            if text.count(finding["quote"]) != 1:
                problems.append(f"{key}: {text.count(finding['quote'])} times {finding['quote']!r}")
    for key in articles:
        problems.append(f"expected.json says nothing of {key}")


def decoded(path):
    text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    if path.suffix == ".md":
        _, front, text = text.split("---\n", 2)
        date = yaml.safe_load(front)["date"]
        assert isinstance(date, datetime.date), path
        text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
        text = re.sub(r"\*+", "", text)
    elif path.suffix == ".html":
        reader = Html()
        reader.feed(text)
        text = "".join(reader.text)
    return text


class Html(HTMLParser):
    SKIP = {"script", "style", "nav", "header", "footer", "aside", "title"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.skipping = [], []

    def handle_starttag(self, tag, attrs):
        banner = "cookie-banner" in (dict(attrs).get("class") or "")
        if self.skipping and tag == self.skipping[-1] or not self.skipping and (tag in self.SKIP or banner):
            self.skipping.append(tag)

    def handle_endtag(self, tag):
        if self.skipping and tag == self.skipping[-1]:
            self.skipping.pop()

    def handle_data(self, data):
        if not self.skipping:
            self.text.append(data)


def fold(name):
    name = unicodedata.normalize("NFKD", name.replace("’", "'").replace("–", "-"))
    return "".join(c for c in name if not unicodedata.combining(c)).lower()


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", fold(text).replace("'", "").replace(".", "")).strip("-")


if __name__ == "__main__":
    main()
