"""Measures a release build over the development data and holds it to its floors.

    evaluate.py --shared FOLDER --binary FILE --work FOLDER [GROUP…]

Prints one table: measure, value, floor, goal. Ends with 1 where a value is below its floor, or a
measure with a floor could not be taken. Started by Scripts/evaluate; standard library only.
"""
import argparse
import sys
import time
from pathlib import Path

import evidence
import extraction
import feeds
import markup
import relations
import stories
from desk import Desk

GROUPS = {
    "extract": extraction.measures,
    "feed": feeds.measures,
    "stories": stories.measures,
    "evidence": evidence.measures,
    "relations": relations.measures,
    "tree": markup.trees,
    "guard": markup.guard,
}


def floors():
    """{measure: (floor, goal)} of floors.tsv."""
    table = {}
    for line in (Path(__file__).parent / "floors.tsv").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith(("#", "measure\t")):
            name, floor, goal = line.split("\t")
            table[name] = (float(floor), float(goal))
    return table


def shown(value):
    if value is None:
        return "-"
    if value == int(value) and abs(value) > 1:
        return f"{value:.0f}"
    return f"{value:.4f}" if abs(value) <= 1 else f"{value:.1f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("groups", nargs="*")
    args = parser.parse_args()
    unknown = set(args.groups) - set(GROUPS)
    if unknown:
        parser.error(f"no such group: {', '.join(sorted(unknown))} (there are {', '.join(GROUPS)})")

    pinned, below = floors(), []
    print(f"{'measure':<34}{'value':>9}{'floor':>9}{'goal':>9}")
    for group in args.groups or GROUPS:
        begin = time.monotonic()
        desk = Desk(args.shared, args.binary, args.work)
        values = {}
        try:
            for name, value in GROUPS[group](desk):
                values[name] = value
        except Exception as error:  # one group that fails leaves the others their say
            print(f"evaluate: {group}: {type(error).__name__}: {error}", file=sys.stderr)
        expected = [name for name in pinned if name.split(".")[0] == group]
        for name in list(values) + [name for name in expected if name not in values]:
            value, (floor, goal) = values.get(name), pinned.get(name, (None, None))
            fails = floor is not None and (value is None or value < floor)
            if fails:
                below.append(name)
            mark = "  BELOW ITS FLOOR" if fails else "" if name in pinned else "  no floor yet"
            print(f"{name:<34}{shown(value):>9}{shown(floor):>9}{shown(goal):>9}{mark}", flush=True)
        print(f"  {group}: {time.monotonic() - begin:.0f} s", file=sys.stderr)
    if below:
        print(f"evaluate: {len(below)} below their floors: {', '.join(below)}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
