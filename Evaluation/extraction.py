"""Articles out of pages and flattened texts (bench/extraction/evaluate.py)."""
import json
import re

WORD = re.compile(r"\w+")

# set, what is measured over it as (name, language, metric, figure)
SETS = {
    "zyte": [("text", None, "shingle", "f1"), ("exact", None, "shingle", "acc")],
    "fundus": [
        ("text", None, "shingle", "f1"), ("de.text", "de", "shingle", "f1"),
        ("title", None, "title", "f1"), ("author", None, "author", "f1"), ("date", None, "date", "f1"),
        ("de.title.right", "de", "title", "acc"), ("de.author.right", "de", "author", "acc")],
    "fundus-eval": [("text", None, "shingle", "f1")],
    "trafilatura": [
        ("snippets", None, "snippets", "f1"), ("de.snippets", "de", "snippets", "f1"),
        ("title", None, "title", "f1"), ("author", None, "author", "f1"), ("date", None, "date", "f1"),
        ("de.title.right", "de", "title", "acc"), ("de.author.right", "de", "author", "acc")],
    "wcxb": [
        ("words", None, "words", "f1"), ("snippets", None, "snippets", "f1"),
        ("title", None, "title", "f1"), ("author", None, "author", "f1"), ("date", None, "date", "f1")],
    "htmldate": [("date", None, "date", "f1"), ("right", None, "date", "acc")],
}


def prediction(row):
    """A row of `presseschau extract` as the scorer wants it."""
    names = [line["name"] for line in row.get("byline") or [] if line["role"] in ("author", "agency")]
    return {
        "id": row["id"], "text": row.get("text", ""), "title": row.get("headline", ""),
        "author": "; ".join(names), "date": (row.get("published") or {}).get("value", "")[:10]}


def scores(desk, name, truth, rows, language=None):
    predictions = desk.write(f"{name}.predictions.jsonl", map(prediction, rows))
    report = desk.work / f"{name}.scores.json"
    arguments = ["--lang", language] if language else []
    desk.score(
        "extraction/evaluate.py", truth, predictions, "--split", "dev", "--bootstrap", 0, "--json", report, *arguments)
    return json.loads(report.read_text(encoding="utf-8"))["scores"][predictions.stem]


def runs(text):
    """All runs of four words of a text; of a shorter one its words."""
    words = WORD.findall(text.lower())
    return {tuple(words[start:start + 4]) for start in range(max(1, len(words) - 3))} if words else set()


def leads_kept(truth, rows, language=None):
    """The share of articles whose first paragraph stands in the text, nine tenths of its runs at least.

    The truth's first paragraph is the standfirst where the article has one: what readers see first,
    and what extractors lose most often.
    """
    texts = {row["id"]: row.get("text", "") for row in rows}
    kept = []
    for line in truth:
        lead = next((part for part in line.get("text", "").split("\n") if part.strip()), None)
        if lead is None or language not in (None, line.get("lang")):
            continue
        wanted = runs(lead)
        kept.append(len(wanted & runs(texts.get(line["id"], ""))) >= 0.9 * len(wanted))
    return sum(kept) / max(1, len(kept))


def measures(desk):
    for name, wanted in SETS.items():
        folder = desk.unpack(f"extraction/{name}.dev.tar.gz") / name
        truth = [json.loads(line) for line in open(folder / "truth.jsonl", encoding="utf-8")]
        requests = [
            {"id": line["id"], "path": str(folder / "pages" / f"{line['id']}.html"), "url": line.get("url")}
            for line in truth]
        rows = desk.run("extract", "--requests", "--format", "jsonl", rows=requests)
        known = {}
        for measure, language, metric, figure in wanted:
            if language not in known:
                known[language] = scores(desk, name, folder / "truth.jsonl", rows, language)
            yield f"extract.{name}.{measure}", known[language][metric][figure]
        if name == "fundus":
            yield "extract.fundus.lead", leads_kept(truth, rows)
            yield "extract.fundus.de.lead", leads_kept(truth, rows, "de")
            rows = desk.run("extract", "--format", "jsonl", folder / "texts")
            flat = scores(desk, "fundus-texts", folder / "truth.jsonl", rows)
            yield "extract.fundus.texts.text", flat["shingle"]["f1"]
            flat = scores(desk, "fundus-texts", folder / "truth.jsonl", rows, "de")
            yield "extract.fundus.texts.de.text", flat["shingle"]["f1"]
            yield "extract.fundus.texts.de.lead", leads_kept(truth, rows, "de")
