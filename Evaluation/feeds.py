"""Feeds: the cases (bench/feeds/score.py) and real feeds."""
import datetime
import re

FIELDS = ("title", "link", "id", "published")


def measures(desk):
    cases = desk.copy("feeds/dev.jsonl.gz")
    results = desk.write("feeds.results.jsonl", desk.run("feed", "--cases", cases))
    core = desk.score("feeds/score.py", cases, results, "--core")
    every = desk.score("feeds/score.py", cases, results)
    yield "feed.cases.core", int(re.search(r"^ALL but sanitize +(\d+)/", core, re.M).group(1))
    yield "feed.cases.all-but-sanitize", int(re.search(r"^ALL but sanitize +(\d+)/", every, re.M).group(1))
    yield from real(desk)


def real(desk):
    """Real feeds: as many entries as two parsers agree on, and their fields."""
    folder = desk.unpack("feeds/real.tar.gz") / "benchmark_data"
    rows = {row["id"]: row for row in desk.run("feed", folder)}
    counts = right = fields = 0
    for truth in desk.lines("feeds/real.jsonl.gz"):
        if truth["entries"] is None:  # the two parsers do not agree
            continue
        entries = rows.get(truth["id"], {}).get("entries") or []
        counts += len(entries) == len(truth["entries"])
        for gold, ours in zip(truth["entries"], entries + [{}] * len(truth["entries"])):
            for field in FIELDS:
                if field in gold:
                    fields += 1
                    right += same(field, gold[field], ours.get(field))
    yield "feed.real.entry-counts", counts
    yield "feed.real.fields", right / fields if fields else None


def same(field, gold, ours):
    if field == "published":
        return instant(gold) == instant(ours)
    return words(gold) == words(ours)


def words(value):
    return " ".join(re.findall(r"\w+", str(value or "").casefold()))


def instant(value):
    if isinstance(value, (int, float)):
        return int(value)
    try:
        date = datetime.datetime.fromisoformat(str(value).replace("Z", "+00:00"))
    except ValueError:
        return None
    return int((date if date.tzinfo else date.replace(tzinfo=datetime.timezone.utc)).timestamp())
