"""The HTML parser's trees and the address guard, row by row."""
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor


def trees(desk):
    """html5lib's tests: the tree printed for each page is the expected one. We run no scripts, so
    the few tests for a parser in a browser that does are left out."""
    rows = [row for row in desk.lines("security/htmltree.dev.jsonl.gz") if row["scripting"] != "on"]

    def is_right(row):
        context = ["--context", row["context"]] if row.get("context") else []
        done = subprocess.run(
            [desk.binary, "dump", "tree", *context, "-"], input=row["input"].encode("utf-8", "surrogatepass"),
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return done.stdout.decode("utf-8", "replace").rstrip("\n") == row["expect"].rstrip("\n")

    with ThreadPoolExecutor(os.cpu_count() or 1) as workers:
        yield "tree.html5lib", sum(workers.map(is_right, rows))


def guard(desk):
    """Addresses, what names resolve to, and redirects: asked for, blocked or no address at all."""
    rows = desk.lines("security/ssrf.dev.jsonl.gz")
    seen = ({key: row[key] for key in ("id", "input", "dns", "chain") if row.get(key)} for row in rows)
    verdicts = [line["verdict"] for line in desk.run("dump", "guard", desk.write("ssrf.jsonl", seen))]
    yield "guard.ssrf", sum(verdict in accepted(row["expect"]) for row, verdict in zip(rows, verdicts))


def accepted(expected):
    """The verdicts that are right: `allow-or-reject` are two, `block-at-redirect` is a block."""
    return [verdict.split("-at-")[0] for verdict in expected.split("-or-")]
