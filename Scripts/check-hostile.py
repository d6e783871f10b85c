"""The two rounds of check-hostile: BINARY SERVER."""
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

binary, server = sys.argv[1:]
work = pathlib.Path(tempfile.mkdtemp(prefix="hostile-"))
DEADLINE = 20
PORT, GOOD_PORT = 18381, 18382


def start(host, port, log):
    """A server, and what it offers; the canary has an address of its own."""
    process = subprocess.Popen(
        [sys.executable, server, "--host", host, "--port", str(port), "--canary-host", host,
         "--seconds", "900", "--log", str(log)], stdout=subprocess.PIPE, text=True)
    return process, json.loads(process.stdout.readline())


def hits(log):
    return [json.loads(line) for line in open(log)] if log.exists() else []


def judge(scenario, row):
    """Whether a row meets what the scenario expects; an answer in time is the least."""
    if row is None:
        return "no answer"
    if row["milliseconds"] > (DEADLINE + 5) * 1000:
        return f"took {row['milliseconds']} ms"
    usable = row["result"] in ("feed", "page", "sitemap", "list")
    expect = scenario["expect"]
    if expect == "ok" and not usable:
        return row.get("why")
    if expect == "304" and row["result"] != "notModified":
        return row["result"]
    if expect == "error" and usable and (row.get("entries") or row["result"] == "page"):
        return f"read as a {row['result']}: {row.get('title')}"
    if expect in ("error", "partial") and row["result"] == "error" and not row.get("why"):
        return "an error without a word"
    return None


def one_by_one(bad, good):
    lines = [{"id": s["path"], "url": bad["base"] + s["path"]} for s in bad["scenarios"]]
    for line in lines:
        if line["id"] == "/cond/304":
            line["etag"] = '"v1"'
    controls = [{"id": f"good {n}", "url": good["base"] + "/ok/rss"} for n in range(20)]
    begin = time.time()
    run = subprocess.run(
        [binary, "dump", "fetch", "--deadline", str(DEADLINE), "--per-host", "12",
         "--allow-loopback", f"127.0.0.1:{PORT}", "--allow-loopback", f"127.0.0.3:{GOOD_PORT}"],
        input="\n".join(map(json.dumps, controls[:10] + lines + controls[10:])), text=True, capture_output=True)
    rows = {}
    for line in run.stdout.splitlines():
        row = json.loads(line)
        rows[row["id"]] = row
    met, failed = collections.Counter(), []
    for scenario in bad["scenarios"]:
        why = judge(scenario, rows.get(scenario["path"]))
        met[scenario["expect"]] += why is None
        if why is not None:
            failed.append(f"  {scenario['path']} ({scenario['expect']}): {why}")
    of = collections.Counter(s["expect"] for s in bad["scenarios"])
    print(f"one by one: {sum(met.values())} of {len(bad['scenarios'])} scenarios as expected, in {time.time() - begin:.0f} s")
    print("  " + ", ".join(f"{k} {met[k]}/{of[k]}" for k in sorted(of)))
    slowest = max(rows.values(), key=lambda row: row["milliseconds"])
    print(f"  the longest took {slowest['milliseconds'] / 1000:.1f} s ({slowest['id']})")
    calm = [rows[c["id"]]["milliseconds"] for c in controls if c["id"] in rows and rows[c["id"]]["result"] == "feed"]
    print(f"  {len(calm)} of {len(controls)} fetches of a good source beside them came")
    print("  " + run.stderr.strip().splitlines()[-1])
    print("\n".join(failed))
    return run.returncode == 0 and not failed and len(calm) == len(controls)


def all_as_sources(bad, good):
    outlines = [bad["base"] + s["path"] for s in bad["scenarios"]]
    outlines += [good["base"] + f"/ok/{kind}" for kind in ("rss", "atom", "json")]
    opml = work / "sources.opml"
    opml.write_text("<opml version='2.0'><body>" + "".join(
        f"<outline type='rss' text='{n}' xmlUrl='{url}'/>" for n, url in enumerate(outlines)) + "</body></opml>")
    library = work / "library.sqlite"
    open_to = ["--allow-loopback", f"127.0.0.1:{PORT}", "--allow-loopback", f"127.0.0.3:{GOOD_PORT}"]
    subprocess.run([binary, "add", "--library", library, opml], check=True, capture_output=True)
    begin = time.time()
    # GNU time is not everywhere: the peak is read from the process while it runs.
    process = subprocess.Popen([binary, "run", "--once", "--library", library, *open_to], stderr=subprocess.PIPE, text=True)
    peak = 0
    status = pathlib.Path(f"/proc/{process.pid}/status")
    while process.poll() is None:
        try:
            peak = max(peak, int(re.search(r"RssAnon:\s+(\d+)", status.read_text()).group(1)))
        except (OSError, AttributeError):
            pass
        time.sleep(0.1)
        if time.time() - begin > 900:
            process.kill()
    words = process.stderr.read()
    listing = subprocess.run([binary, "sources", "--library", library], capture_output=True, text=True).stdout
    fine = [line for line in listing.splitlines() if GOOD_PORT and f":{GOOD_PORT}/" in line and line.endswith("fine")]
    print(f"as sources of one library: ended with {process.returncode} after {time.time() - begin:.0f} s, memory {peak >> 10} MiB at the highest")
    print("  " + "\n  ".join(words.strip().splitlines()[:3]))
    print(f"  {len(fine)} of 3 good sources were read; every line of the list has its health: {len(listing.splitlines())}")
    return process.returncode in (0, 1) and len(fine) == 3 and peak < 400 << 10


logs = work / "bad.jsonl", work / "good.jsonl"
bad_server, bad = start("127.0.0.1", PORT, logs[0])
good_server, good = start("127.0.0.3", GOOD_PORT, logs[1])
try:
    fine = one_by_one(bad, good)
    fine = all_as_sources(bad, good) and fine
    canary = [hit for log in logs for hit in hits(log) if hit.get("canary")]
    print(f"the canary was asked {len(canary)} times")
    fine = fine and not canary
finally:
    for process in (bad_server, good_server):
        process.terminate()
print("all is well" if fine else "not all is well")
sys.exit(0 if fine else 1)
