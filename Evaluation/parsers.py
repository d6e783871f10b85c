"""Parsing speed beside peers in one run: parsers.py BINARY PAGES ROUNDS. Started by Scripts/bench-extract.

The rounds of all parsers alternate, so that a busy machine is busy for each; the quickest counts.
"""
import re
import subprocess
import sys
import time
from pathlib import Path

binary, folder, rounds = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
pages = [path.read_bytes() for path in sorted(folder.iterdir())]
size = sum(map(len, pages)) / 1e6
parsers = {}
try:
    from selectolax.lexbor import LexborHTMLParser
    parsers["lexbor (selectolax)"] = LexborHTMLParser
except ImportError:
    print("  lexbor: skipped, selectolax is not installed")
try:
    from resiliparse.parse.html import HTMLTree
    texts = {page: page.decode("utf-8", "replace") for page in pages}
    parsers["resiliparse"] = lambda page: HTMLTree.parse(texts[page])
except ImportError:
    print("  resiliparse: skipped, not installed")

print("parser, one thread:")
best = {}
for _ in range(rounds):
    out = subprocess.run([binary, "dump", "parse", folder, "--rounds", "3"], capture_output=True, text=True, check=True)
    best["presseschau"] = max(best.get("presseschau", 0), float(re.match(r"(\d+) MB/s", out.stdout)[1]))
    for name, parse in parsers.items():
        begin = time.perf_counter()
        for page in pages:
            parse(page)
        best[name] = max(best.get(name, 0), size / (time.perf_counter() - begin))
for name, speed in sorted(best.items(), key=lambda pair: -pair[1]):
    print(f"  {speed:7.0f} MB/s  {name:<22} presseschau / it: {best['presseschau'] / speed:.2f}")
