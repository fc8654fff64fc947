#!/usr/bin/env python3
"""Makes the set `fresh` from fresh.txt:  fresh.py SEED > fresh.jsonl

A text begins with a line "== style". ⟦TYPE text⟧ is an identifier, ⟦TYPE? text⟧ one that counts neither way, ⟪kind text⟫ a trap; in either
`#` is a digit and `%` a capital letter. «a» to «g» are people («a» «c» «e» women), «a.l:u» the family name of one in capitals; «d:us» a date,
«b:us» one of birth, and so on: see SLOTS. Each text with an identifier is filled twice, each other is taken once.
"""
import datetime, json, pathlib, random, re, string, sys

WOMEN = """Aaliyah Adaeze Agnieszka Aiyana Aparna Araceli Ayelet Beatriz Belén Bich Birgit Bronwyn Cassidy Chiamaka Chanterelle Concetta Daneen
Deepika Delphine Dolores Ebony Eithne Eleni Esperanza Etta Farzaneh Fatoumata Flor Gita Gwendolyn Hadiza Haruka Hilde Ifeoma Imani Inge Ioana
Itzel Jocasta Kalani Keisha Khadija Kiri Latoya Leilani Ling Lourdes Lucretia Magdalena Mahnoor Marisol Maeve Mei Minh Moana Myrtle Nadezhda
Nasrin Nkechi Odalys Oksana Ottilie Padma Paloma Parisa Pilar Precious Rania Rosalba Rukhsana Saoirse Sarika Shanice Shirin Siobhan Soledad
Sunniva Svetlana Tamar Tawanda Thandiwe Thuy Treva Upasana Valentina Wanjiru Xiomara Yesenia Yoko Yuki Zainab Zofia""".split()
MEN = """Abdirahman Ajay Akira Alejandro Ambrose Anders Arash Armando Arturo Asher Babatunde Bartosz Baraka Bogdan Caleb Cedric Chidi Cormac
Cyrus Dagoberto Darius Demetrius Desmond Dmitri Duc Eamon Efraín Emeka Emre Enoch Esteban Faisal Feliks Gaurav Giancarlo Gopal Gunther Hakeem
Hiroshi Hoang Ignacio Ikaika Isidro Jabari Jagdish Jamal Jedidiah Jeevan Jorge Kaito Kareem Kwame Lamar Laszlo Leif Luca Malik Mateusz Mohammed
Nikhil Nnamdi Obadiah Omari Oskar Otis Pavel Phuong Prakash Quentin Rafael Rajesh Rashad Reuben Roscoe Ruben Sanjay Seamus Sergei Shane Sipho
Stavros Sven Tadeusz Takumi Tariq Thaddeus Tiberiu Tomasz Tremaine Tuan Vijay Viktor Wei Wendell Yaw Yusuf Zachariah Zoltan""".split()
FAMILIES = """Abubakar Achterberg Adeyemi Agbaje Albuquerque Amador Anagnos Arceneaux Aydin Bagchi Banerjee Barrientos Begay Benally Bhattarai
Boateng Bojórquez Brzezinski Bui Byrne Cavanaugh Chakrabarti Chatterjee Cheung Chukwu Cisneros Coronado Dadabhoy Delacroix Demir Desrosiers
Dhillon Dlamini Dombrowski Ekström Espinoza Estrada Farahani Fernández Feinstein Fitzwilliam Fontenot Fukuda Gebremariam Ghorbani Giordano
Goldfarb Grzybowski Guerrero Haddad Hakimi Halvorsen Hashemi Hinojosa Hong Hovhannisyan Huynh Ibarra Ilunga Iyer Jaramillo Jovanović Kahananui
Kalinowski Kapoor Karimi Katz Kealoha Khalil Kim Kiplagat Kowalczyk Krishnamurthy Kuznetsov Kvist Lazarescu Leibowitz Lindqvist Liu Lombardo
Macías Maduro Mahoney Manansala Mbeki McGillicuddy Mehrotra Menendez Mondragón Mutasa Nakagawa Nakamura Ngo Nguyen Nowicki Nwosu Obi O'Donoghue
Okafor Okonjo Olatunji Onyango Orozco Osei Ouellette Ozturk Paek Palakiko Papadakis Park Pereira Petrosyan Pham Popescu Quispe Quiñones Rahimi
Ramachandran Rasmussen Restrepo Roanhorse Rojas Sadeghi Saldaña Santangelo Schwartzman Sepúlveda Shapiro Shimizu Sithebe Sokolov Solano Srinivasan
Stojanovski Svensson Szabo Tadesse Takeda Tanaka Teixeira Thibodeaux Tkachenko Toledano Tran Tsosie Tupou Uchida Ugarte Van-Houten Vasquez Venkataraman
Villalobos Vo Vukovich Wachowski Whitehorse Wojcik Xiong Yamashita Yazzie Yeboah Ybarra Zamora Zhao Zhou Zielinski Young Short Black Rivers Woods
Bishop Parker Stone Lake Hill Price Marsh Weeks Story Peoples de-la-Torre""".replace("Van-Houten", "Van_Houten").replace("de-la-Torre", "de_la_Torre").split()
NICKNAMES = "Bud Tito Lupe Skip Mimi Chuy Dot Peanut Nacho Buzz Trish Ozzie Lulu Junior Babs Vinny Cookie Pepe Hank Gigi Duke Mo Jojo Kiki Red Sissy".split()
CITIES = """Chillicothe|Yakima|Bogalusa|Opelika|Kankakee|Ponca City|Waukesha|Nogales|Ketchikan|Bemidji|Kailua|Plattsburgh|Tuscumbia|Rockport|Kalispell|
Ottumwa|Elko|Pascagoula|Las Cruces|Ypsilanti|Bluefield|Coos Bay|Hattiesburg|Rutland|Gallup|Minot|Port Arthur|Sandusky|Lompoc|Dothan|St. Johnsbury|Truth or Consequences"""
STREETS = """Ashgrove Ter|Old Mill Rd|NE 14th Ave|Calle Ocho|Quarry Hill Lane|W Bancroft St Apt 3B|Cty Rd 18|Farm to Market 1960|Windermere Ct|Peachtree Bend|
S. Laramie Ave #2|Rolling Oaks Pkwy|Avenue C|Hwy 41 N|Bayou View Dr|Kamehameha Hwy|Vista del Sol|Spruce St, Unit 12|Pulaski Blvd|Cobblers Way|Marigold Loop|E 131st St"""
FACILITIES = """Tamarack Regional Hospital|Holy Rosary Medical Center|Bayview Cancer Institute|Pioneer Valley Clinic|Children's of Redstone|Lakeland Surgical Pavilion|
Sacred Cross Hospital|Meridian Heart and Vascular|Eastgate Urgent Care|Blue Mesa Health Center|Good Samaritan Rehab of Duluth|VA Kettering|UMC Northside|Crestline Memorial"""
EMPLOYERS = """Harborline Freight|Stonebridge Poultry|Vantro Logistics|Cascadia Tool and Die|Bluebird Bus Lines|the Sheetz on Route 30|Whitlock Elementary cafeteria|
Pacific Rim Canning|Orrin Brothers Paving|Tesla|Nimbus Data Systems|Delta Air Lines|Kowalski's Bakery|Union Pacific|Greenfield Landscaping LLC|Costco"""
COUNTRY = "example.org|example.com|mail.example.net|hosp.example.org|example.edu"
STATES = "WA LA AL IL OK WI AZ AK MN HI NY MS MT IA NV MI WV OR VT NM ND TX OH CA".split()
MONTHS = "January February March April May June July August September October November December".split()
ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth
eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth""".split()
pick, digits = random.choice, lambda count: "".join(random.choices(string.digits, k=count))
choices = lambda text: [item.strip() for item in text.replace("\n", "").split("|")]


class Person:
	"""One of the people of a text."""

	def __init__(self, key):
		self.first, self.middle = (pick(WOMEN), pick(WOMEN)) if key in "ace" else (pick(MEN), pick(MEN))
		self.last, self.nick = pick(FAMILIES).replace("_", " "), pick(NICKNAMES)
		if random.random() < 0.08:
			self.last += "-" + pick([f for f in FAMILIES if "_" not in f])

	def form(self, form):
		first, middle, last = self.first, self.middle, self.last
		plain = re.sub(r"[^a-z]", "", (first[0] + last).lower())
		hl7 = (last + "^" + first).upper()
		return {"": f"{first} {last}", "f": first, "l": last, "nick": self.nick, "lf": f"{last}, {first}", "lfm": f"{last}, {first} {middle[0]}",
				"fi": f"{first[0]}. {last}", "fml": pick([f"{first} {middle} {last}", f"{first} {middle[0]}. {last}"]), "fI": f"{first} {last[0]}.",
				"in": f"{first[0]}.{last[0]}.", "ii": first[0] + last[0], "hl7": hl7 + pick(["", "^" + middle[0].upper(), "^" + middle.upper()]), "hl7x": hl7,
				"l1": last[0], "spell": " ".join(re.sub(r"[^a-z]", "", last.lower())), "mail": f"{plain}{pick(['', digits(2)])}@{pick(COUNTRY.split('|'))}",
				"user": pick([plain, plain[:8] + digits(1), re.sub(r"[^a-z]", "", last.lower()) + first[0].lower(), first.lower() + "." + re.sub(r"[^a-z]", "", last.lower())])}[form]


def date(form, birth):
	day = datetime.date(2025, 1, 1) + datetime.timedelta(days=random.randrange(0, 620))
	if birth:
		day = datetime.date(1938, 1, 1) + datetime.timedelta(days=random.randrange(0, 26000))
	month, clock = MONTHS[day.month - 1], f"{random.randrange(24):02}{random.randrange(60):02}"
	ending = "th" if 10 < day.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
	return {"us": pick([f"{day.month}/{day.day}/{day.year}", f"{day:%m/%d/%Y}"]), "us2": f"{day.month}/{day.day}/{day:%y}", "md": f"{day.month}/{day.day}",
			"iso": day.isoformat(), "long": f"{month} {day.day}, {day.year}", "longs": pick([f"{month} {day.day}{ending}", f"{month} {day.day}"]),
			"abby": f"{month[:3]} {day.day}, {day.year}", "dmy": f"{day.day:02}-{month[:3]}-{day.year}", "my": pick([f"{month} {day.year}", f"{month[:3]} {day.year}"]),
			"h8": f"{day:%Y%m%d}", "h12": f"{day:%Y%m%d}{clock}", "isot": f"{day}T{clock[:2]}:{clock[2:]}:{digits(1)}1Z",
			"mdw": f"{month.lower()} {ORDINALS[min(day.day, 28) - 1]}", "wd": pick([f"{day:%a} {day.month}/{day.day}", f"{day:%A}, {month} {day.day}"])}[form]


def luhn(body):
	total = sum(sum(divmod(int(d) * (2 - i % 2), 10)) for i, d in enumerate(reversed(body)))
	return body + str(-total % 10)


def thing(name, form):
	"""The type, the kind and the text of a slot that is no person."""
	area = f"{pick('23456789')}{digits(2)}"
	phone = {"dash": f"{area}-555-{digits(4)}", "dot": f"{area}.555.{digits(4)}", "par": f"({area}) 555-{digits(4)}", "raw": f"{area}555{digits(4)}"}
	npi = luhn("80840" + "1" + digits(8))[5:]
	dea = (lambda d: pick("ABFM") + pick(string.ascii_uppercase) + d + str((int(d[0]) + int(d[2]) + int(d[4]) + 2 * (int(d[1]) + int(d[3]) + int(d[5]))) % 10))(digits(6))
	up = lambda: pick("ACDEFGHJKMNPQRTUVWXY")
	mbi = f"{pick('123456789')}{up()}{pick([up(), digits(1)])}{digits(1)}{up()}{pick([up(), digits(1)])}{digits(1)}{up()}{up()}{digits(2)}"
	ip = f"{pick(['10', '172', '192', '73'])}.{random.randrange(256)}.{random.randrange(256)}.{random.randrange(1, 255)}"
	return {"city": lambda: ("LOCATION", "CITY", pick(choices(CITIES))), "street": lambda: ("LOCATION", "STREET", f"{random.randrange(3, 9900)} {pick(choices(STREETS))}"),
			"zip": lambda: ("LOCATION", "ZIP", pick("3456789") + digits(4)), "fac": lambda: ("LOCATION", "FACILITY", pick(choices(FACILITIES))),
			"emp": lambda: ("LOCATION", "EMPLOYER", pick(choices(EMPLOYERS))), "st": lambda: ("LOCATION", "STATE?", pick(STATES)),
			"phone": lambda: ("PHONE", None, phone[form] if form in phone else pick(list(phone.values()))), "npi": lambda: ("LICENSE", "npi", npi), "dea": lambda: ("LICENSE", "dea", dea),
			"mbi": lambda: ("HEALTH_PLAN", "mbi", mbi), "ssn": lambda: ("SSN", None, f"{random.randrange(100, 665)}-{random.randrange(10, 99)}-{random.randrange(1000, 9999)}"),
			"ip": lambda: ("IP", None, ip), "ipraw": lambda: ("IP", None, ip)}[name]()


def case(text, form):
	return {"l": text.lower(), "u": text.upper(), "q": f'"{text}"'}.get(form, text)


class Prompt:
	"""A text being filled, with the identifiers in it."""

	def __init__(self):
		self.text, self.spans, self.traps, self.people = "", [], [], {}

	def slot(self, body):
		name, form, style = re.fullmatch(r"([a-z]\w*(?:\.\w+)?)(?::(\w+))?(?::(\w))?", body).groups()
		if name in ("d", "b") and form and form not in ("l", "u"):
			return "DATE", form, case(date(form, name == "b"), style)
		if name == "d.time":
			return None, None, f"{random.randrange(24):02}:{random.randrange(60):02}"
		if name[0] in "abcdeg" and (len(name) == 1 or name[1] == "."):
			key, _, part = name.partition(".")
			kind = {"mail": "EMAIL", "user": "OTHER_ID", "l1": "NAME?"}.get(part, "NAME")
			text = self.people.setdefault(key, Person(key)).form(part)
			return kind, {"": "full", "f": "first", "l": "last", "user": "user"}.get(part, part) + ({"l": "-lower", "u": "-upper"}.get(form, "") if kind == "NAME" else ""), case(text, form)
		kind, sub, text = thing(name, form)
		return kind, sub, case(text, form)

	def add(self, kind, sub, text):
		start = len(self.text)
		self.text += text
		if kind and text.startswith('"'):
			start, text = start + 1, text[1:-1]
		if kind:
			optional = kind.endswith("?") or bool(sub and sub.endswith("?"))
			span = {"start": start, "end": start + len(text), "type": kind.rstrip("?")} | ({"sub": sub.rstrip("?")} if sub else {})
			self.spans.append(span | ({"optional": True} if optional else {}))

	def fill(self, template):
		for part in re.findall(r"⟦[^⟧]*⟧|⟪[^⟫]*⟫|«[^»]*»|[^⟦⟪«]+", template):
			if part[0] == "«":
				self.add(*self.slot(part[1:-1]))
			elif part[0] == "⟦":
				kind, _, text = part[1:-1].partition(" ")
				text = re.sub("«([^»]*)»", lambda slot: self.slot(slot[1])[2], text.strip())
				text = re.sub("[#%]", lambda blank: digits(1) if blank[0] == "#" else pick(string.ascii_uppercase), text)
				places = {"CITY", "STREET", "ZIP", "ROOM", "FACILITY", "EMPLOYER", "SCHOOL", "COUNTY"}
				self.add(*(("LOCATION", kind) if kind.rstrip("?") in places else (kind, None)), text)
			elif part[0] == "⟪":
				kind, _, text = part[1:-1].partition(" ")
				self.traps.append({"start": len(self.text), "end": len(self.text) + len(text), "kind": kind})
				self.text += text
			else:
				self.text += part
		return self


def main():
	random.seed(int(sys.argv[1]))
	source = (pathlib.Path(__file__).parent / "fresh.txt").read_text(encoding="utf-8")
	texts = [block.partition("\n") for block in re.split(r"^== ", source, flags=re.M)[1:]]
	number = 0
	for _ in range(2):
		for style, _, template in texts:
			if _ and (style != "negative" or not number >= len(texts)):
				prompt = Prompt().fill(template.strip("\n"))
				line = {"id": f"fresh-{number:04}", "style": style.strip(), "text": prompt.text, "spans": prompt.spans, "traps": prompt.traps}
				print(json.dumps(line, ensure_ascii=False))
				number += 1


if __name__ == "__main__":
	main()
