"""Stories, sagas, copies, sections (bench/stories/evaluate.py), key points."""
import collections
import json
import re

# what the program is given of a row: labels stay here
SEEN = ("id", "lang", "date", "year", "outlet", "title", "text", "url", "tags")


def grouped(desk, rows):
    """{id: last line} of `presseschau group` over the rows in their order."""
    path = desk.write("arrivals.jsonl", ({key: row[key] for key in SEEN if key in row} for row in rows))
    return {line["id"]: line for line in desk.run("group", path)}


def clusters(desk, gold, lines, field):
    key = {"cluster": "story", "saga": "saga"}[field]
    rows = ({"id": line["id"], field: line[key]} for line in lines.values())
    predictions = desk.write("clusters.jsonl", rows)
    return json.loads(desk.score("stories/evaluate.py", "clusters", gold, predictions, "--field", field))


def measures(desk):
    gold = desk.copy("stories/stories-de.dev.jsonl.gz")
    stream = sorted(desk.lines("stories/stream-de.jsonl.gz"), key=lambda row: row["date"])
    lines = grouped(desk, stream)
    result = clusters(desk, gold, lines, "cluster")
    yield "stories.stream-de.b3", result["bcubed_f1"]
    yield "stories.stream-de.pairs", result["pair_f1"]
    yield "stories.stream-de.story", result["story_f1"]
    result = clusters(desk, gold, lines, "saga")
    yield "stories.stream-de.saga.b3", result["bcubed_f1"]
    yield "stories.stream-de.saga.pairs", result["pair_f1"]
    gold = desk.copy("stories/basil-en.dev.jsonl.gz")
    result = clusters(desk, gold, grouped(desk, desk.lines("stories/basil-en.dev.jsonl.gz")), "cluster")
    yield "stories.basil-en.b3", result["bcubed_f1"]
    yield "stories.basil-en.pairs", result["pair_f1"]
    for name in ("neardup", "statement"):
        gold = desk.copy(f"stories/pairs-{name}-de.dev.jsonl.gz")
        scores = desk.write("pairs.jsonl", desk.run("dump", "pairs", gold))
        result = json.loads(desk.score("stories/evaluate.py", "pairs", gold, scores))
        yield f"stories.pairs.{name}.ap", result["ap"]
    yield from sections(desk)
    yield "stories.keypoints.rouge1", key_points(desk)
    yield "stories.seeds.right", seeds(desk)


def part(row):
    """One of four parts of the labelled headlines; the weights were not learnt from part 3."""
    value = 0xCBF29CE484222325
    for byte in row["id"].encode():
        value = ((value ^ byte) * 0x100000001B3) % (1 << 64)
    return value >> 32 & 3


def sections(desk):
    rows = desk.lines("stories/sections-de.dev.jsonl.gz")
    kept = [row for row in rows if row["set"] != "fpde" or part(row) == 3]
    gold = desk.write("labelled.jsonl", kept)
    predictions = desk.write("sections.jsonl", grouped(desk, kept).values())
    for name, of in (("fpde", "stories.sections-de.right"), ("gnad", "stories.sections-gnad.right")):
        result = json.loads(desk.score("stories/evaluate.py", "sections", gold, predictions, "--set", name))
        yield of, result["accuracy"]


def rouge(text, reference):
    """F1 of the words two texts share."""
    one, other = (collections.Counter(re.findall(r"\w+", side.lower())) for side in (text, reference))
    both = sum((one & other).values())
    return 2 * both / (sum(one.values()) + sum(other.values())) if both else 0


def key_points(desk):
    gold = desk.copy("stories/keypoints-de.dev.jsonl.gz")
    picks = {line["id"]: line["picks"] for line in desk.run("dump", "keypoints", gold)}
    scores = []
    for row in desk.lines("stories/keypoints-de.dev.jsonl.gz"):
        text = " ".join(row["candidates"][place]["text"] for place in picks[row["id"]])
        scores.append(rouge(text, row["reference"]))
    return sum(scores) / len(scores)


def seeds(desk):
    """How many of the ten pairs of undated crawled pages stand together or apart as they should;
    all in one saga, or none counts."""
    rows = desk.lines("stories/seeds.jsonl")
    for row in rows:
        number = row["id"].removeprefix("seed-")
        row["text"] = next((desk.shared / "data/seeds").glob(number + "_*")).read_text(encoding="utf-8")
        row.pop("date")
    lines = grouped(desk, rows)
    if len({line["saga"] for line in lines.values()}) != 1:
        return 0
    pairs = [(a, b) for i, a in enumerate(rows) for b in rows[:i]]
    return sum(
        (a["cluster"] == b["cluster"]) == (lines[a["id"]]["story"] == lines[b["id"]]["story"]) for a, b in pairs)
