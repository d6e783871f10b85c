"""Times, quotations, figures, names, verdicts (bench/evidence)."""
import json
import re

from desk import found

SEEN = ("id", "dct", "lang", "text", "page")


def read(desk, name, rows):
    """The evidence rows of texts; gold stays here."""
    texts = desk.write(f"{name}.texts.jsonl", ({key: row[key] for key in SEEN if key in row} for row in rows))
    return desk.write(f"{name}.rows.jsonl", desk.run("evidence", texts))


def f1(label, report):
    return found(rf"^ *{re.escape(label)} +P +[\d.]+ +R +[\d.]+ +F1 +([\d.]+)", report)


def measures(desk):
    gold = desk.copy("evidence/timex_krauts.dev.jsonl.gz")
    report = desk.score(
        "evidence/evaluate_timex.py", gold, read(desk, "krauts", desk.lines("evidence/timex_krauts.dev.jsonl.gz")),
        "--split", "dev")
    for label in ("strict", "relaxed", "value"):
        yield f"evidence.krauts.{label}", f1(label, report)

    name = "evidence/timex_recognizers_en.dev.jsonl.gz"
    report = desk.score(
        "evidence/evaluate_timex.py", desk.copy(name), read(desk, "times-en", desk.lines(name)), "--split", "dev")
    for label in ("strict", "relaxed", "value"):
        yield f"evidence.times-en.{label}", f1(label, report)

    gold = desk.copy("evidence/quotes_wikinews.dev.jsonl.gz")
    rows = read(desk, "wikinews", desk.lines("evidence/quotes_wikinews.dev.jsonl.gz"))
    report = desk.score("evidence/evaluate_quotes.py", gold, rows, "--split", "dev")
    yield "evidence.wikinews.relaxed", f1("relaxed", report)
    yield "evidence.wikinews.speaker", f1("relaxed+speaker", report)
    yield "evidence.wikinews.characters", f1("characters", report)
    direct = desk.score("evidence/evaluate_quotes.py", gold, rows, "--split", "dev", "--types", "direct")
    yield "evidence.wikinews.direct", f1("relaxed", direct)

    for language in ("de", "en"):
        name = f"evidence/cases_figures_{language}.jsonl"
        report = desk.score("evidence/evaluate_figures.py", desk.copy(name), read(desk, "figures", desk.lines(name)))
        for label in ("strict", "value"):
            yield f"evidence.figures-{language}.{label}", f1(label, report)

    # Written for one kind of number at a time: what else stands in a row counts as wrong.
    for language in ("de", "en"):
        name = f"evidence/numbers_recognizers_{language}.dev.jsonl.gz"
        report = desk.score("evidence/evaluate_figures.py", desk.copy(name), read(desk, "numbers", desk.lines(name)))
        yield f"evidence.numbers-{language}.value", f1("value", report)

    gold = desk.copy("evidence/ner_germeval14.dev.jsonl.gz")
    rows = read(desk, "germeval", desk.lines("evidence/ner_germeval14.dev.jsonl.gz"))
    report = desk.score("evidence/evaluate_ner.py", gold, rows, "--split", "dev", "--level", 1, "--nosub")
    yield "evidence.germeval.strict", found(r"^ALL .*?strict P +[\d.]+ R +[\d.]+ F1 +([\d.]+)", report)

    for kind, name in (("status", "cases_status_de"), ("compare", "cases_compare")):
        verdicts = desk.write(f"{kind}.jsonl", desk.run("dump", kind, desk.copy(f"evidence/{name}.jsonl")))
        report = desk.score("evidence/evaluate_cases.py", kind, verdicts)
        yield f"evidence.{kind}", found(r": (\d+) of", report)
    yield from seeds(desk)


def seeds(desk):
    """Five crawled pages, three of them annotated: from raw page to speakers and figures."""
    skeleton = [json.loads(line) for line in desk.score("evidence/evaluate_seeds.py", "--skeleton").splitlines()]
    rows = read(desk, "seeds", [{**line, "lang": "de", "page": True} for line in skeleton])
    report = desk.score("evidence/evaluate_seeds.py", rows)
    times, quotes, figures = (
        report[report.index(head):] for head in ("timex, all", "quotes:", "figures (body)"))
    yield "evidence.seeds.body", found(r"^body text, characters:.* F1 ([\d.]+)", report)
    yield "evidence.seeds.times.value", f1("value", times)
    yield "evidence.seeds.quotes.relaxed", f1("relaxed", quotes)
    yield "evidence.seeds.quotes.speaker", f1("relaxed+speaker", quotes)
    yield "evidence.seeds.figures.value", f1("value", figures)
    yield "evidence.seeds.names.linking", found(r"entity linking across seeds B3 .*? F1 ([\d.]+)", report)
    yield "evidence.seeds.names.strict", found(r"^entities ALL .*?strict P [\d.]+ R [\d.]+ F1 ([\d.]+)", report)
