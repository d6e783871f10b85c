"""Relations between statements, over the cases in Evaluation/relations: of what is shown, how much is right."""
import json
from pathlib import Path

CASES = Path(__file__).parent / "relations"


def measures(desk):
    for name, shown, wanted in (
        ("denies", lambda row: row["denied"], lambda case: case["denies"]),
        ("quantities", lambda row: row["verdicts"], lambda case: case["verdict"]),
        ("relays", lambda row: row["relays"], lambda case: case["relays"]),
    ):
        path = CASES / f"{name}.jsonl"
        cases = {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
        right = found = told = 0
        for row in desk.run("dump", "relations", path):
            case = cases[row["id"]]
            good = [words for words in shown(row) if wanted(case) is not None and wanted(case) in words]
            found += len(shown(row))
            right += len(good)
            told += bool(good)
        expected = sum(wanted(case) is not None for case in cases.values())
        yield f"relations.{name}.precision", 100 * right / found if found else None
        yield f"relations.{name}.recall", 100 * told / expected
    yield "relations.contradicts.together", together(desk)
    yield from translated(desk)


def together(desk):
    """Of two who contradict each other, how often both stand side by side, and not as one claim."""
    path = CASES / "contradicts.jsonl"
    cases = {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    rows = [row for row in desk.run("dump", "relations", path) if cases[row["id"]]["contradicts"]]
    return 100 * sum(any(len(group) == 2 for group in row["groups"]) for row in rows) / len(rows)


def translated(desk):
    """Of the articles marked as probably translated, how many are; and how many of those are marked."""
    path = CASES / "translated.jsonl"
    cases = {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    rows = list(desk.run("dump", "relations", path))
    marked = [row for row in rows if any(row["translated"])]
    right = [row for row in marked if cases[row["id"]]["translated"]]
    yield "relations.translated.precision", 100 * len(right) / len(marked) if marked else None
    yield "relations.translated.recall", 100 * len(right) / sum(row["translated"] for row in cases.values())
