"""Where the measures find the data, the scorers and the program."""
import gzip
import json
import re
import subprocess
import sys
import tarfile


class Desk:
    """The development data, a folder for copies and outputs, and the program."""

    def __init__(self, shared, binary, work):
        self.shared, self.binary, self.work = shared, str(binary), work

    def lines(self, path):
        """The rows of a file of JSON lines below data/, packed or not."""
        path = self.shared / "data" / path
        text = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")
        with text:
            return [json.loads(line) for line in text if line.strip()]

    def copy(self, path):
        """An unpacked copy of a file below data/, for scorers that read plain files."""
        source = self.shared / "data" / path
        target = self.work / source.name.removesuffix(".gz")
        data = source.read_bytes()
        target.write_bytes(gzip.decompress(data) if source.suffix == ".gz" else data)
        return target

    def unpack(self, path):
        """A folder with what an archive below data/ holds."""
        folder = self.work / "unpacked"
        with tarfile.open(self.shared / "data" / path) as archive:
            archive.extractall(folder, filter="data")
        return folder

    def write(self, name, rows):
        path = self.work / name
        with open(path, "w", encoding="utf-8") as out:
            for row in rows:
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
        return path

    def run(self, *arguments, rows=None):
        """What the program prints as rows; `rows` go to its standard input."""
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows or [])
        done = subprocess.run(
            [self.binary, *map(str, arguments)], input=lines.encode() if rows else None,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=None if rows else subprocess.DEVNULL)
        if done.returncode not in (0, 1):  # 1: some inputs failed, each has its row
            words = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise RuntimeError(f"{arguments[0]} ended with {done.returncode}: {' '.join(words[:2])}")
        return [json.loads(line) for line in done.stdout.splitlines() if line.strip()]

    def score(self, script, *arguments):
        """What a scorer below bench/ prints."""
        path = self.shared / "bench" / script
        done = subprocess.run(
            [sys.executable, path.name, *map(str, arguments)], cwd=path.parent,
            capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"{script}: {done.stderr.strip().splitlines()[-1:]}")
        return done.stdout


def found(pattern, text):
    """The first group of a pattern as a number; nil where the text has no such line."""
    match = re.search(pattern, text, re.M)
    return float(match.group(1)) if match else None
