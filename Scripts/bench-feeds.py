"""Peers of bench-feeds: reads a folder of feeds with each parser that is installed."""
import importlib
import pathlib
import re
import sys
import time
import warnings

warnings.simplefilter("ignore")
FEED = re.compile(rb"<(rss|feed|rdf:RDF)\b")
FIELDS = ("title", "link", "id", "published", "updated", "summary", "description", "author", "content")
documents = [path.read_bytes() for path in sorted(pathlib.Path(sys.argv[1]).rglob("*")) if path.is_file()]
documents = [d for d in documents if len(d) <= 2_000_000 and FEED.search(d[:4000])]
size = sum(map(len, documents)) / 1e6


def read(parser):
    entries = failed = 0
    for document in documents:
        try:
            found = parser.parse(document).entries
        except Exception:
            failed += 1
            continue
        entries += len(found)
        for entry in found:
            for field in FIELDS:  # a lazy parser has to do the work
                try:
                    value = entry.get(field) if hasattr(entry, "get") else getattr(entry, field, None)
                    str(value)
                except Exception:
                    pass
    return entries, failed


for name in ("fastfeedparser", "feedparser_rs", "feedparser"):
    try:
        parser = importlib.import_module(name)
    except ImportError:
        print(f"{name:16} not installed")
        continue
    best = None
    for _ in range(1 if name == "feedparser" else 3):
        begin = time.process_time()
        entries, failed = read(parser)
        took = time.process_time() - begin
        best = took if best is None else min(best, took)
    print(f"{name:16} {size / best:7.1f} MB/s {entries / best:9.0f} entries/s  {entries} entries, {failed} not read")
