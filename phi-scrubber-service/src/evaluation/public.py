#!/usr/bin/env python3
"""Brings a public labelled set into a folder and writes it in the form of our sets:  public.py FOLDER [FILE]

microsoft/presidio-research, data/synth_dataset_v2.json (MIT, Copyright (c) Microsoft Corporation), at a fixed commit; FILE is a copy of it
that is here already. The labels are not made for Safe Harbor, so what that rule lets stay or does not name counts neither way: titles,
nationalities, organisations, countries and states (the set does not tell them from cities), ages under 90, years, times without a day.
"""
import json, pathlib, re, sys, urllib.request

COMMIT = "7622dec1e5f7d25dc60b57c28c39f4c4af197018"
SOURCE = f"https://raw.githubusercontent.com/microsoft/presidio-research/{COMMIT}/data/synth_dataset_v2.json"
TYPES = {"PERSON": "NAME", "STREET_ADDRESS": "LOCATION", "ZIP_CODE": "LOCATION", "GPE": "LOCATION?", "ORGANIZATION": "LOCATION?",
         "TITLE": "NAME?", "NRP": "NAME?", "CREDIT_CARD": "ACCOUNT", "IBAN_CODE": "ACCOUNT", "DATE_TIME": "DATE", "PHONE_NUMBER": "PHONE",
         "EMAIL_ADDRESS": "EMAIL", "DOMAIN_NAME": "URL", "US_SSN": "SSN", "IP_ADDRESS": "IP", "US_DRIVER_LICENSE": "LICENSE", "AGE": "AGE"}


def span(source):
    kind, value = TYPES[source["entity_type"]], source["entity_value"]
    age = re.fullmatch(r"\d+", value.strip()) if kind == "AGE" else None
    keeps = kind.endswith("?") or (kind == "AGE" and (not age or int(value) < 90)) or (kind == "DATE" and not re.search(r"\d", re.sub(r"^\d{4}$", "", value.strip())))
    found = {"start": source["start_position"], "end": source["end_position"], "type": kind.rstrip("?")}
    return found | {"optional": True} if keeps else found


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    raw = pathlib.Path(sys.argv[2]).read_bytes() if len(sys.argv) > 2 else urllib.request.urlopen(SOURCE, timeout=60).read()
    with (folder / "presidio-research.jsonl").open("w", encoding="utf-8") as out:
        for number, text in enumerate(json.loads(raw)):
            line = {"id": f"pr-{number:04}", "text": text["full_text"], "spans": [span(s) for s in text["spans"]]}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
