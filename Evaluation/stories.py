"""Stories, sagas, copies, sections (bench/stories/evaluate.py)."""
import json

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
    gold = desk.copy("stories/sections-de.dev.jsonl.gz")
    lines = grouped(desk, desk.lines("stories/sections-de.dev.jsonl.gz"))
    predictions = desk.write("sections.jsonl", lines.values())
    result = json.loads(desk.score("stories/evaluate.py", "sections", gold, predictions, "--set", "fpde"))
    yield "stories.sections-de.right", result["accuracy"]
