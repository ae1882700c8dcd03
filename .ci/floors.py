#!/usr/bin/env python3
"""Figures on the packs, and the floors below which they may not fall.

    .ci/floors.py measure --shared DIR --into DIR   runs the release build on every pack, two at a time
    .ci/floors.py --hold DIR                        prints a table of figures and floors; ends with 1 when a figure is worse
    .ci/floors.py --raise DIR                       writes the figures into tests/floors.json
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parent.parent
FLOORS = ROOT / "tests" / "floors.json"
FACTLINT = ROOT / "target" / "release" / "factlint"
EXAMPLES = ROOT / "target" / "release" / "examples"
DATE = "2025-08-16"


def main():
    if sys.argv[1:2] == ["measure"]:
        parser = argparse.ArgumentParser()
        parser.add_argument("--shared", type=pathlib.Path, required=True)
        parser.add_argument("--into", type=pathlib.Path, required=True)
        args = parser.parse_args(sys.argv[2:])
        measure(args.shared, args.into)
    elif len(sys.argv) == 3 and sys.argv[1] in ("--hold", "--raise"):
        figures = {}
        for path in sorted(pathlib.Path(sys.argv[2]).glob("*.json")):
            figures.update(json.loads(path.read_text()))
        sys.exit(hold(figures) if sys.argv[1] == "--hold" else raise_floors(figures))
    else:
        sys.exit(__doc__)


# Measuring. A figure is {name: {"min": value}} where more is better, {"max": value} where less is.


def measure(shared, into):
    jobs = [lambda pack=pack: pack_figures(pack) for pack in packs(shared)]
    jobs += [lambda pack=pack: alarm_counts(pack, shared) for pack in packs(shared) if (shared / "articles").is_dir()]
    if (shared / "data" / "ud").is_dir():
        jobs.append(lambda: syntax_figures(shared))
    if (shared / "data" / "recognizers").is_dir():
        jobs.append(lambda: value_figures(shared))
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda job: job(), jobs))
    figures = {}
    totals = {"conflicts": 0, "conflicts_hit": 0, "alarms": 0, "alarms_right": 0, "supported": 0, "supported_hit": 0}
    readings = {"conflict": 0, "articles": 0}
    for result in done:
        figures.update(result["figures"])
        for sums in (totals, readings):
            for key in sums:
                sums[key] += result.get("sums", {}).get(key, 0)
    if totals["conflicts"]:
        figures.update(rates("all packs", totals))
    if readings["articles"]:
        per_thousand = 1000 * readings["conflict"] / readings["articles"]
        figures["unrelated articles: conflicts in 1,000 readings"] = {"max": rounded(per_thousand)}
    (into / "figures.json").write_text(json.dumps(figures))


def packs(shared):
    found = [ROOT / "tests" / "packs", shared / "eval" / "packs"]
    return [pack for folder in found if folder.is_dir() for pack in sorted(folder.iterdir()) if (pack / "gold.jsonl").is_file()]


def pack_figures(pack):
    sys.path.insert(0, str(ROOT / "tools"))
    import accuracy

    result = accuracy.judge(pack, [str(FACTLINT)])
    if result is None:
        return {"figures": {f"pack {pack.name}: runs": {"min": 0}}, "sums": {}}
    figures = {f"pack {pack.name}: runs": {"min": 1}, **rates(f"pack {pack.name}", result.totals)}
    figures[f"pack {pack.name}: traps sprung"] = {"max": result.totals["traps_sprung"]}
    return {"figures": figures, "sums": result.totals}


def rates(name, counts):
    pairs = {
        "conflict recall": ("conflicts_hit", "conflicts"),
        "conflict precision": ("alarms_right", "alarms"),
        "supported recall": ("supported_hit", "supported"),
    }
    return {f"{name}: {what}": {"min": rounded(counts[hit] / counts[of])} for what, (hit, of) in pairs.items() if counts[of]}


def alarm_counts(pack, shared):
    """Conflicts of a pack's rules in articles about other things."""
    call = [str(FACTLINT), "check", "--format", "json", "--show", "conflicts", "--date", DATE]
    done = subprocess.run(
        call + ["--rules", str(pack / "rules"), str(shared / "articles" / "unrelated")], capture_output=True, text=True
    )
    if done.returncode not in (0, 1):
        sys.exit(f"{pack.name}: {done.stderr[-2000:]}")
    articles = json.loads(done.stdout)["articles"]
    return {"figures": {}, "sums": {"conflict": sum(len(a["findings"]) for a in articles), "articles": len(articles)}}


def syntax_figures(shared):
    """Every figure of the syntax model that is a share, on the parts kept for judging."""
    files = sorted(str(path) for path in (shared / "data" / "ud").glob("*-dev.conllu.gz"))
    figures, file = {}, ""
    for line in run([str(EXAMPLES / "eval_syntax"), *files]).splitlines():
        if line.startswith("# "):
            file = pathlib.Path(line[2:].split(":")[0]).name.split(".")[0]
        match = re.fullmatch(r"(\S+) ([\d.]+)", line)
        if match and file and not re.search("speed|second|ms|bytes|tokens", match[1]):
            figures[f"syntax {file}: {match[1]}"] = {"min": float(match[2])}
    return {"figures": figures}


def value_figures(shared):
    """The share of the Recognizers-Text cases that are read alike, by file."""
    figures = {}
    for line in run([str(EXAMPLES / "recognizers"), str(shared / "data" / "recognizers")]).splitlines():
        match = re.match(r"(\w+):? +.*?(\d+)/(\d+)", line)
        if match and int(match[3]):
            figures[f"values {match[1]}: share"] = {"min": rounded(int(match[2]) / int(match[3]))}
    return {"figures": figures}


def run(call):
    done = subprocess.run(call, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{call[0]}: {done.stderr[-2000:]}")
    return done.stdout


def rounded(value):
    """Down to three decimals, as floors are written."""
    return int(value * 1000) / 1000


# Holding.


def hold(figures):
    floors = json.loads(FLOORS.read_text())
    worse = 0
    for name, figure in figures.items():
        (way, value), = figure.items()
        floor = floors.get(name, {}).get(way)
        bad = floor is not None and (value < floor if way == "min" else value > floor)
        better = floor is None or value != floor
        worse += bad
        print(f"{name:58} {value:>9} {'floor' if way == 'min' else 'limit'} {floor if floor is not None else '-':>9}"
              f"{' WORSE' if bad else ' better' if better else ''}")
    print(f"\n{len(figures)} figures, {worse} worse than tests/floors.json")
    print("CI failed: figures fell" if worse else "CI passed")
    return 1 if worse else 0


def raise_floors(figures):
    floors = json.loads(FLOORS.read_text())
    floors.update(figures)
    FLOORS.write_text(json.dumps(dict(sorted(floors.items())), indent=2, ensure_ascii=False) + "\n")
    print(f"tests/floors.json: {len(figures)} figures written")
    return 0


if __name__ == "__main__":
    main()
