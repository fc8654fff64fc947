#!/usr/bin/env python3
"""Makes a set from SET.txt and the lists in SET_words.py:  sheets.py SET SEED > SET.jsonl

The markup is that of fresh.py, with more ways to write people, dates and things: see FORMS, DATES and THINGS. A text of the style "negative" has
no identifier; only it is taken once, each other is filled twice. What is wrong with a text is said on standard error and ends in status 1.
"""
import importlib, json, pathlib, random, re, string, sys

import fresh
from fresh import case, digits, pick

TYPES = set("""NAME LOCATION DATE AGE PHONE FAX EMAIL SSN MRN HEALTH_PLAN ACCOUNT LICENSE VEHICLE DEVICE URL IP BIOMETRIC PHOTO OTHER_ID""".split())
SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
SUFFIXES = ["Jr.", "Sr", "III", "Jr", "II", "IV"]
VIN_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"

FORMS = {
	"suf": lambda p: f"{p.first} {p.last} {SUFFIXES[len(p.last) % 6]}", "lfs": lambda p: f"{p.last} {SUFFIXES[len(p.last) % 6]}, {p.first}",
	"fnl": lambda p: f'{p.first} "{p.nick}" {p.last}', "fim": lambda p: f"{p.first[0]}. {p.middle[0]}. {p.last}", "lfi": lambda p: f"{p.last}, {p.first[0]}.",
	"lsf": lambda p: f"{p.last} {p.first}", "iii": lambda p: p.first[0] + p.middle[0] + p.last[0], "fm": lambda p: f"{p.first} {p.middle}",
	"sf": lambda p: f"{p.last} {p.first[0]}", "pipe": lambda p: f"{p.last}|{p.first}", "m": lambda p: p.middle,
	"seg": lambda p: f"{p.last}*{p.first}*{p.middle[0]}".upper(), "seg2": lambda p: f"{p.last}*{p.first}".upper()}
DATES = {
	"isot": "{d:%Y-%m-%d}T0{h}:41:07Z", 	"dot": "{d.month}.{d.day}.{d:%y}", "ymd": "{d.year}/{d:%m/%d}", "dml": "{d.day} {month} {d.year}", "mdyc": "{d:%b} {d.day} {d.year}", "dm": "{d.day} {d:%b}",
	"edi6": "{d:%y%m%d}", "of": "{d.day}{th} of {month}", "es": "{d.day} de {mes} de {d.year}", "esc": "{d.day} de {mes}", "esn": "{d.day}/{d.month}/{d.year}",
	"dash": "{d:%m-%d-%Y}", "dash2": "{d.month}-{d.day}-{d:%y}", "wdl": "{d:%A} the {d.day}{th} of {month}", "sql": "{d:%Y-%m-%d} 0{h}:15:00", "sy": "{d.month}/{d.year}",
	"mdt": "{month} {d.day}{th}, {d.year}", "hl7s": "{d:%Y%m%d}0{h}3017", "log": "{d:%d/%b/%Y}:0{h}:42:10 +0000"}
THINGS = {
	"vin": lambda: ("VEHICLE", "vin", "".join(pick(VIN_LETTERS + string.digits) for _ in range(11)) + digits(6)),
	"mac": lambda: ("DEVICE", "mac", ":".join("".join(random.choices("0123456789ABCDEF", k=2)) for _ in range(6))),
	"uuid": lambda: ("OTHER_ID", "uuid", "-".join("".join(random.choices("0123456789abcdef", k=k)) for k in (8, 4, 4, 4, 12))),
	"ip6": lambda: ("IP", None, "2001:db8:" + ":".join("".join(random.choices("0123456789abcdef", k=4)) for _ in range(4)) + "::1"),
	"school": lambda: ("LOCATION", "SCHOOL", pick(fresh.choices(fresh.SCHOOLS))),
	"county": lambda: ("LOCATION", "COUNTY", pick(fresh.choices(fresh.COUNTIES)))}


class Person(fresh.Person):
	"""One of the people of a text, with more ways to write them."""

	def form(self, form):
		return FORMS[form](self) if form in FORMS else super().form(form)


class Prompt(fresh.Prompt):
	"""A text being filled; no two of its people share a name."""

	def slot(self, body):
		name, _, rest = body.partition(":")
		form, _, style = rest.partition(":")
		if name in ("d", "b") and form in DATES:
			return "DATE", form, case(day_in(DATES[form], name == "b"), style)
		if name in THINGS:
			kind, sub, text = THINGS[name]()
			return kind, sub, case(text, form)
		key = name.partition(".")[0]
		if key in tuple("abcdeg") and not (name == "d" and form) and key not in self.people:
			self.people[key] = self.stranger(key)
		return super().slot(body)

	def add(self, kind, sub, text):
		day, gap, clock = text.partition(" ") if sub in ("sql", "log") else (text, "", "")
		super().add(kind, sub, day)
		super().add(None, None, gap)
		super().add("DATE?" if clock else None, "clock", clock)

	def stranger(self, key):
		taken = {part for p in self.people.values() for part in (p.first, p.last, p.middle, p.nick)}
		while True:
			person = Person(key)
			if not taken & {person.first, person.last, person.nick} and len({person.first, person.middle, person.last}) == 3:
				return person


def day_in(pattern, birth):
	year, month, day = map(int, fresh.date("iso", birth).split("-"))
	d = fresh.datetime.date(year, month, day)
	th = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
	return pattern.format(d=d, month=fresh.MONTHS[month - 1], mes=SPANISH[month - 1], th=th, h=day % 10)


def faults(prompt, negative):
	"""What is wrong with the labels of a text."""
	text, required = prompt.text, [span for span in prompt.spans if not span.get("optional")]
	inside = [False] * len(text)
	for span in prompt.spans + prompt.traps:
		inside[span["start"]:span["end"]] = [True] * (span["end"] - span["start"])
	for span in (span for span in prompt.spans if span.get("sub") != "STATE"):
		marked = text[span["start"]:span["end"]]
		if span["type"] not in TYPES or marked != marked.strip() or not marked:
			yield f"label {span} {marked!r}"
		words = {marked} | set(re.findall(r"[^\W\d_]{3,}", marked) if span["type"] == "NAME" else re.findall(r"\d{6,}", marked))
		for word in words:
			for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text):
				if len(word) > 1 and not all(inside[match.start():match.end()]):
					yield f"unmarked {word!r}"
	if re.search("[⟦⟧⟪⟫«»]", text):
		yield "markup left"
	if bool(required) == negative:
		yield "negative with identifiers" if negative else "no identifier"
	outside = "".join(" " if hidden else char for char, hidden in zip(text, inside))
	for match in re.finditer(r"\d{5,}|\d{1,2}/\d{1,2}/\d{2,4}|\d{3}[-.]\d{4}|\S@\S|https?:|\d{4}-\d\d-\d\d", outside):
		yield f"looks unmarked {match[0]!r}"


def main():
	name, seed = sys.argv[1], int(sys.argv[2])
	words = importlib.import_module(name + "_words")
	for lists in (key for key in vars(words) if key.isupper()):
		setattr(fresh, lists, getattr(words, lists))
	random.seed(seed)
	source = (pathlib.Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8")
	texts = [block.partition("\n") for block in re.split(r"^== ", source, flags=re.M)[1:]]
	number, wrong = 0, False
	for again in (False, True):
		for style, _, template in texts:
			if again and style == "negative":
				continue
			prompt = Prompt().fill(template.strip("\n"))
			line = {"id": f"{name}-{number:04}", "style": style, "text": prompt.text, "spans": prompt.spans, "traps": prompt.traps}
			print(json.dumps(line, ensure_ascii=False))
			for fault in faults(prompt, style == "negative"):
				wrong = True
				print(f"{line['id']}: {fault} in {prompt.text[:50]!r}", file=sys.stderr)
			number += 1
	sys.exit(wrong)


if __name__ == "__main__":
	main()
