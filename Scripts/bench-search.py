#!/usr/bin/env python3
"""Latencies of searches and list pages: bench-search.py BASE ARTICLES. One connection, one after the other."""
import http.client, random, re, sys, time, urllib.parse

base, articles = sys.argv[1], int(sys.argv[2])
host = urllib.parse.urlsplit(base).netloc
conn = http.client.HTTPConnection(host)
chance = random.Random(3)


def ask(path):
    start = time.perf_counter()
    conn.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = conn.getresponse()
    body = answer.read()
    return (time.perf_counter() - start) * 1000, answer.status, body


def percentiles(name, times):
    times.sort()
    at = lambda share: times[min(len(times) - 1, int(len(times) * share))]
    print(f"{name}: p50 {at(.5):.1f} ms, p95 {at(.95):.1f} ms, max {times[-1]:.1f} ms, {len(times)} requests")


text = ask("/api/v1/stories?limit=100")[2]
import gzip, json
try: text = gzip.decompress(text)
except OSError: pass
stories = json.loads(text)["stories"]
words = [w for s in stories for w in s["headline"].split()]
common = ["der", "und", "Hafen", "Container", "Regierung"]
queries = []
for _ in range(40):
    queries += [
        chance.choice(common), chance.choice(words), f"{chance.choice(common)} {chance.choice(common)}",
        f"{chance.choice(words)} {chance.choice(words)}", f"\"{chance.choice(common)} {chance.choice(common)}\"",
        chance.choice(words)[:4] + "*", f"{chance.choice(common)} outlet:outlet{chance.randrange(200)}.example",
        f"{chance.choice(words)} -{chance.choice(common)}", f"{chance.choice(common)} section:sport",
        chance.choice(words)[:-1] + "q", f"person:weber{chance.randrange(900)} der",
    ]
# Each asked once before, so that the file is in the system's cache as on a machine that runs for a while.
for query in queries[:110]: ask("/search?q=" + urllib.parse.quote(query))
times = {}
for query in queries:
    ms, status, _ = ask("/search?q=" + urllib.parse.quote(query))
    assert status == 200, (query, status)
    times.setdefault("all", []).append(ms)
percentiles("search", times["all"])
for common_word in common[:2]:
    print(f"  “{common_word}”: {ask('/search?q=' + common_word)[0]:.1f} ms")
lists = ["/politik", "/sport", "/wirtschaft", "/en/politics", "/feed.atom"]
# Days and outlets that nobody asked for yet are laid out now; so are pages of the list.
lists += [f"/outlet/outlet{n}.example" for n in range(0, 200, 4)]
lists += [f"/api/v1/stories?limit=50&cursor={s['last'] and int(time.mktime(time.strptime(s['last'], '%Y-%m-%dT%H:%M:%SZ')))}-{s['id']}" for s in stories[:40]]
for path in lists[:5]: ask(path)
percentiles("list pages", [ask(path)[0] for path in lists])
