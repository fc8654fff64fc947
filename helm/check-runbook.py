#!/usr/bin/env python3
"""Prove that docs/runbook.md speaks of metrics, error codes and properties that the code has.

usage: check-runbook.py ROOT     1 = the runbook is wrong, 2 = the check itself could not run
"""

import pathlib
import re
import sys

METRIC = re.compile(r"\b((?:hilum|gen_ai)_[a-z_]+?)_(?:seconds(?:_count|_max|_sum)?|bytes|total)\b")

ERROR_ROW = re.compile(r"^\| \d{3} (.*?) \|", re.M)

PROPERTY = re.compile(r"`(hilum(?:\.[a-z-]+)+)(?:: [a-z]+)?`")

PROPERTIES_RECORD = re.compile(r'@ConfigurationProperties\("(hilum[^"]*)"\)')


def has_error(code, name):
    """As a text, or as a constant of an enum that is written in lower case."""
    return f'"{name}"' in code or re.search(rf"\b{name.upper()}\(\d{{3}},", code) is not None


def has_metric(code, name):
    return re.search('"' + name.replace("_", "[._]") + '"', code) is not None


def has_property(records, name):
    prefix, _, last = name.rpartition(".")
    component = re.sub(r"-([a-z])", lambda match: match.group(1).upper(), last)
    return name in records or any(re.search(rf"\b{component}\b", source) for source in records.get(prefix, []))


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    root = pathlib.Path(arguments[0])
    runbook = (root / "docs/runbook.md").read_text(encoding="utf-8")
    sources = [path.read_text(encoding="utf-8") for path in root.glob("*/src/main/java/**/*.java")]
    code = "\n".join(sources)
    records = {}
    for source in sources:
        for prefix in PROPERTIES_RECORD.findall(source):
            records.setdefault(prefix, []).append(source)

    metrics = set(METRIC.findall(runbook))
    codes = {code for row in ERROR_ROW.findall(runbook) for code in re.findall(r"`([a-z_]+)`", row)}
    properties = set(PROPERTY.findall(runbook))
    found = [f"no metric {name}" for name in sorted(metrics) if not has_metric(code, name)]
    found += [f"no error code {name}" for name in sorted(codes) if not has_error(code, name)]
    found += [f"no property {name}" for name in sorted(properties) if not has_property(records, name)]
    for line in found:
        print(f"check-runbook: the code has {line}", file=sys.stderr)
    if found:
        return 1
    if not metrics or not codes or not properties:
        print("check-runbook: cannot run: found nothing to compare", file=sys.stderr)
        return 2
    print(f"check-runbook: {len(metrics)} metrics, {len(codes)} error codes and {len(properties)} properties are there")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
