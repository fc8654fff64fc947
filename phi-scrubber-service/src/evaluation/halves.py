#!/usr/bin/env python3
"""Makes a set from SET.txt, whose texts are written out and taken as they are:  halves.py SET > SET.jsonl

A text begins with a line "== style". ⟦N text⟧ is an identifier, ⟦N? text⟧ one that counts neither way; the letters are those of KINDS; ⟪kind text⟫ is a
trap. What is wrong with a text is said on standard error and ends in status 1.
"""
import json, pathlib, re, sys

from sheets import faults

KINDS = {"N": "NAME", "C": "LOCATION CITY", "S": "LOCATION STREET", "Z": "LOCATION ZIP", "F": "LOCATION FACILITY", "R": "LOCATION ROOM",
		 "E": "LOCATION EMPLOYER", "SC": "LOCATION SCHOOL", "CO": "LOCATION COUNTY", "ST": "LOCATION STATE", "D": "DATE", "A": "AGE", "P": "PHONE",
		 "FX": "FAX", "M": "EMAIL", "SSN": "SSN", "MRN": "MRN", "HP": "HEALTH_PLAN", "AC": "ACCOUNT", "LI": "LICENSE", "V": "VEHICLE", "DV": "DEVICE",
		 "U": "URL", "IP": "IP", "L": "LOCATION", "B": "BIOMETRIC", "PH": "PHOTO", "O": "OTHER_ID"}


class Prompt:
	"""A text and the identifiers in it."""

	def __init__(self, template):
		self.text, self.spans, self.traps = "", [], []
		for part in re.findall(r"⟦[^⟧]*⟧|⟪[^⟫]*⟫|[^⟦⟪]+", template):
			if part[0] == "⟦":
				self.add(*part[1:-1].split(" ", 1))
			elif part[0] == "⟪":
				kind, text = part[1:-1].split(" ", 1)
				self.traps.append({"start": len(self.text), "end": len(self.text) + len(text), "kind": kind})
				self.text += text
			else:
				self.text += part

	def add(self, letters, marked):
		kind, _, sub = KINDS[letters.rstrip("?")].partition(" ")
		span = {"start": len(self.text), "end": len(self.text) + len(marked), "type": kind} | ({"sub": sub} if sub else {})
		self.spans.append(span | ({"optional": True} if letters.endswith("?") or sub == "STATE" else {}))
		self.text += marked


def main():
	name, wrong = sys.argv[1], False
	source = (pathlib.Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8")
	for number, block in enumerate(re.split(r"^== ", source, flags=re.M)[1:]):
		style, _, template = block.partition("\n")
		prompt = Prompt(template.strip("\n"))
		line = {"id": f"{name}-{number:04}", "style": style, "text": prompt.text, "spans": prompt.spans, "traps": prompt.traps}
		print(json.dumps(line, ensure_ascii=False))
		for fault in faults(prompt, style == "negative"):
			wrong = True
			print(f"{line['id']}: {fault} in {prompt.text[:50]!r}", file=sys.stderr)
	sys.exit(wrong)


if __name__ == "__main__":
	main()
