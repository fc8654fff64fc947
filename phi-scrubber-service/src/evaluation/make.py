#!/usr/bin/env python3
"""Makes the evaluation sets:  make.py SET COPIES > SET.jsonl     (SET is "ward", "desk" or "kept"; always the same output)

A template starts with "=== STYLE [lower]". Marks: [[TYPE|text]] is an identifier, [[TYPE?|text]] one that counts neither way,
[(KIND|text)] a trap, {SLOT} or {SLOT:LABEL} something made up; a label means the same person, place or day within a prompt.
Offsets are code points, as the scorer wants them.
"""
import datetime, json, pathlib, random, re, string, sys
import words as W

HERE = pathlib.Path(__file__).parent
NAMES = {"full", "FULL", "first", "FIRST", "last", "LAST", "middle", "M", "lf", "LF", "fm", "fi", "init", "linit", "hl7n",
         "dicom", "c_spell", "urlname"}
DATES = {"usd", "usds", "us2", "iso", "isot", "isotz", "isots", "hl7d", "hl7t", "md", "longd", "longs", "dmy", "ordlong", "ord",
         "spoken", "spokenmd", "my", "mon", "wd", "wd2", "wday", "day", "rangemd", "rangeus", "rangelong", "esd", "clf", "syslog",
         "rfcd", "hl7us", "hl7us6", "x6", "ldof"}
TYPES = {
    "street": "LOCATION.STREET", "streetn": "LOCATION.STREET", "STREET": "LOCATION.STREET", "unitno": "LOCATION.STREET", "city": "LOCATION.CITY",
    "CITY": "LOCATION.CITY", "city2": "LOCATION.CITY", "zip": "LOCATION.ZIP", "zip4": "LOCATION.ZIP", "zipd": "LOCATION.ZIP",
    "county": "LOCATION.COUNTY", "facility": "LOCATION.FACILITY", "FACILITY": "LOCATION.FACILITY", "HFAC": "LOCATION?",
    "employer": "LOCATION.EMPLOYER", "school": "LOCATION.SCHOOL", "park": "LOCATION.PARK", "shelter": "LOCATION.FACILITY",
    "room": "LOCATION.ROOM", "bed": "LOCATION.ROOM", "bedl": "LOCATION?", "pobox": "LOCATION.STREET", "stc": "LOCATION?",
    "phone": "PHONE", "phonep": "PHONE", "phonew": "PHONE.spoken", "hphone": "PHONE", "phd": "PHONE", "phone164": "PHONE",
    "phone5": "PHONE?", "ext": "PHONE?", "pager": "PHONE", "fax": "FAX", "email": "EMAIL", "emailspoken": "EMAIL.spoken",
    "ssn": "SSN", "ssnd": "SSN", "ssnsp": "SSN", "ssn4": "SSN.last4", "mrn": "MRN", "mrnp": "MRN", "mrn2": "MRN",
    "mrnbare": "MRN.bare", "fid": "MRN", "plan": "HEALTH_PLAN", "mbi": "HEALTH_PLAN.mbi", "grp": "HEALTH_PLAN?",
    "grp2": "HEALTH_PLAN?", "bin": "HEALTH_PLAN?", "acct": "ACCOUNT", "acctp": "ACCOUNT", "card": "ACCOUNT.card",
    "card4": "ACCOUNT.card4", "aba": "ACCOUNT", "check": "ACCOUNT?", "receipt": "OTHER_ID", "npi": "LICENSE.npi",
    "dea": "LICENSE.dea", "lic": "LICENSE", "licany": "LICENSE", "dl": "LICENSE.dl", "passport": "LICENSE.passport",
    "plate": "VEHICLE.plate", "vin": "VEHICLE.vin", "serial": "DEVICE", "udi": "DEVICE.udi", "imei": "DEVICE.imei",
    "mac": "DEVICE.mac", "asset": "DEVICE", "lot": "DEVICE?", "gtin": "DEVICE?", "url": "URL", "urlvisit": "URL",
    "urlpath": "URL", "host": "URL?", "host2": "URL?", "ip": "IP", "ip6": "IP.v6", "bio": "BIOMETRIC", "photo": "PHOTO",
    "claim": "OTHER_ID.claim", "enc": "OTHER_ID.enc", "csn": "OTHER_ID.enc", "acc": "OTHER_ID.acc", "rxno": "OTHER_ID.rx",
    "job": "OTHER_ID.job", "badge": "OTHER_ID.badge", "badgen": "OTHER_ID.badge", "empno": "OTHER_ID.emp",
    "caseno": "OTHER_ID.case", "auth": "OTHER_ID.auth", "refno": "OTHER_ID.ref", "refno2": "OTHER_ID.ref",
    "ctrl": "OTHER_ID.ctrl", "ctrl2": "OTHER_ID.ctrl", "ordno": "OTHER_ID.order", "uid": "OTHER_ID.user", "user": "OTHER_ID.user",
    "uuid": "OTHER_ID.uuid", "icn": "OTHER_ID.icn", "eft": "OTHER_ID.eft", "ein": "OTHER_ID.ein", "ein9": "OTHER_ID.ein",
    "subj": "OTHER_ID.subject", "regid": "OTHER_ID.registry", "band": "OTHER_ID.band", "kit": "OTHER_ID.kit", "sess": "OTHER_ID.session",
    "ticket": "OTHER_ID?", "oid": "OTHER_ID.uid", "old": "AGE", "old2": "AGE",
}


class Prompt:
    """What one prompt has made up so far."""

    def __init__(self, name, rng):
        self.name, self.rng, self.known = name, rng, {}

    def once(self, key, make):
        return self.known.setdefault(key, make()) if key[1] else make()

    def pick(self, lists):
        return self.rng.choice(lists[self.name] if isinstance(lists, dict) else lists).replace("_", " ")

    def digits(self, n, first="123456789"):
        return self.rng.choice(first) + "".join(self.rng.choice(string.digits) for _ in range(n - 1))

    def letters(self, n):
        return "".join(self.rng.choice("ABCDEFGHJKLMNPQRTUVWXY") for _ in range(n))

    def person(self, label):
        return self.once(("person", label), lambda: (self.pick(W.GIVEN), self.pick(W.GIVEN), self.pick(W.FAMILY)))

    def day(self, label):
        make = lambda: datetime.datetime(2023, 1, 1) + datetime.timedelta(minutes=self.rng.randrange(3 * 365 * 1440))
        day = self.once(("day", label), make)
        birth = label in ("b", "c") and self.name == "ward" or label == "b"
        return day.replace(year=day.year - 62, day=min(day.day, 28)) if birth and day.year > 2000 else day

    # -- names

    def full(self, label):
        first, _, last = self.person(label)
        return f"{first} {last}"

    FULL = lambda self, label: self.full(label).upper()
    first = lambda self, label: self.person(label)[0]
    FIRST = lambda self, label: self.first(label).upper()
    last = lambda self, label: self.person(label)[2]
    LAST = lambda self, label: self.last(label).upper()
    middle = lambda self, label: self.person(label)[1]
    M = lambda self, label: self.middle(label)[0].upper()
    lf = lambda self, label: f"{self.last(label)}, {self.first(label)}"
    LF = lambda self, label: f"{self.LAST(label)}, {self.FIRST(label)} {self.M(label)}"
    fm = lambda self, label: f"{self.first(label)} {self.M(label)}. {self.last(label)}"
    fi = lambda self, label: f"{self.first(label)[0]}. {self.last(label)}"
    linit = lambda self, label: self.last(label)[0].upper() + "."
    hl7n = lambda self, label: f"{self.LAST(label)}^{self.FIRST(label)}^{self.M(label)}"
    dicom = lambda self, label: f"{self.LAST(label)}^{self.FIRST(label)}"
    c_spell = lambda self, label: "-".join(c for c in self.LAST(label) if c.isalpha())
    urlname = lambda self, label: f"{self.first(label)}+{self.last(label)}".replace(" ", "+")

    def init(self, label):
        return f"{self.first(label)[0]}{self.last(label)[0]}".upper()

    # -- days

    def us(self, d, pad):
        return f"{d.month:02}/{d.day:02}/{d.year}" if pad else f"{d.month}/{d.day}/{d.year}"

    usd = lambda self, l: self.us(self.day(l), self.rng.random() < .6)
    us2 = lambda self, l: f"{self.day(l).month}/{self.day(l).day}/{self.day(l).year % 100:02}"
    usds = lambda self, l: self.rng.choice([self.us2(l), self.usd(l), self.usd(l).replace("/", "-"), self.us2(l).replace("/", ".")])
    iso = lambda self, l: f"{self.day(l):%Y-%m-%d}"
    isot = lambda self, l: f"{self.day(l):%Y-%m-%dT%H:%M:00-05:00}"
    isotz = lambda self, l: f"{self.day(l):%Y-%m-%dT%H:%M:17.342Z}"
    isots = lambda self, l: f"{self.day(l):%Y-%m-%d %H:%M:41}" + self.rng.choice(["", ",118"])
    hl7d = lambda self, l: f"{self.day(l):%Y%m%d}"
    hl7t = lambda self, l: f"{self.day(l):%Y%m%d%H%M%S}" + self.rng.choice(["", "-0600"])
    md = lambda self, l: f"{self.rng.randrange(7, 13)}/{self.rng.randrange(13, 29)}"
    longd = lambda self, l: self.rng.choice(["{m} {d}, {y}", "{d} {m} {y}", "{m} {o}, {y}", "{a}. {d}, {y}"]).format(**self.parts(l))
    longs = lambda self, l: self.rng.choice(["{m} {d}", "{m} {o}", "{d} {a}", "the {o} of {m}"]).format(**self.parts(l))
    dmy = lambda self, l: "{d:02}-{a}-{y}".format(**self.parts(l)).upper() if self.rng.random() < .5 else "{d:02}-{a}-{y}".format(**self.parts(l))
    ordlong = lambda self, l: self.rng.choice(["the {o} of {m}", "{w}, {m} {o}", "{w} the {o}"]).format(**self.parts(l))
    ord = lambda self, l: self.parts(l)["o"]
    spoken = lambda self, l: "{m} {s}".format(**self.parts(l))
    spokenmd = lambda self, l: self.rng.choice(["{a} {d}", "{m} {o}", "{m} {s}", "the {o} of {m}", "{mo}/{d}/{y2}"]).format(**self.parts(l))
    my = lambda self, l: self.rng.choice(["{m} {y}", "{a} {y}", "{mo:02}/{y}"]).format(**self.parts(l))
    mon = lambda self, l: self.rng.choice(["january", "february", "october", "september"])
    wd = lambda self, l: self.rng.choice(["{w}, {m} {d}", "{w} {mo}/{d}", "{m} {d}"]).format(**self.parts(l))
    wd2 = lambda self, l: "{mo}/{d}/{y2}".format(**self.parts(l))
    wday = None
    day_ = lambda self, l: self.rng.choice(["{m} {d}", "{mo}/{d}"]).format(**self.parts(l))
    rangemd = lambda self, l: self.rng.choice(["{a} 3-7", "11/13-11/21", "{m} 12 to 19", "3/14 - 3/28"]).format(**self.parts(l))
    rangeus = lambda self, l: self.rng.choice(["{mo}/13/{y}-{mo}/27/{y}", "{mo:02}/01/{y2} to {mo:02}/30/{y2}"]).format(**self.parts(l))
    rangelong = lambda self, l: self.rng.choice(["{m} 3 to 12", "{a} 28–30", "the 5th to the 19th of {m}"]).format(**self.parts(l))
    esd = lambda self, l: f"{self.day(l).day} de " + ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
                          "septiembre", "octubre", "noviembre", "diciembre"][self.day(l).month - 1] + f" de {self.day(l).year}"
    clf = lambda self, l: f"{self.day(l):%d/%b/%Y:%H:%M:09 +0000}"
    syslog = lambda self, l: f"{self.day(l):%b %d %H:%M:55}"
    rfcd = lambda self, l: f"{self.day(l):%a, %d %b %Y %H:%M:00 -0500}"
    hl7us = lambda self, l: f"{self.day(l):%m%d%Y}"
    hl7us6 = lambda self, l: f"{self.day(l):%m%d%y}"
    x6 = lambda self, l: f"{self.day(l):%y%m%d}"
    ldof = lambda self, l: f"{self.day(l).year}, {self.day(l).month}, {self.day(l).day}"

    def parts(self, label):
        d = self.day(label)
        suffix = "th" if 10 < d.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(d.day % 10, "th")
        return {"m": W.MONTHS[d.month - 1], "a": W.MONTHS[d.month - 1][:3], "d": d.day, "y": d.year, "o": f"{d.day}{suffix}",
                "w": W.DAYS[d.weekday()], "s": W.ORDINAL[d.day - 1], "mo": d.month, "y2": f"{d.year % 100:02}"}

    # -- places

    def street(self, _):
        return f"{self.rng.randrange(3, 19999)} {self.pick(W.STREET)}" + self.rng.choice(["", "", "", f", Apt {self.rng.randrange(1, 40)}", f" #{self.rng.randrange(1, 900)}"])

    streetn = lambda self, _: f"{self.rng.randrange(3, 19999)} {self.pick(W.STREET)}"
    STREET = lambda self, _: f"{self.rng.randrange(3, 9999)} {self.pick(W.STREET).upper()}"
    unitno = lambda self, _: self.rng.choice([self.digits(1), self.digits(3), self.digits(1) + "B"])
    city = lambda self, l: self.once(("city", l), lambda: self.pick(W.CITY))
    CITY = lambda self, l: self.city(l).upper()
    city2 = lambda self, l: self.pick(W.CITY)
    zip = lambda self, l: self.digits(5)
    zip4 = lambda self, l: f"{self.digits(5)}-{self.digits(4)}"
    zipd = lambda self, l: self.digits(9)
    stc = lambda self, l: self.rng.choice(W.STATE)
    county = lambda self, l: self.pick(W.COUNTY)
    facility = lambda self, l: self.once(("facility", l), lambda: self.pick(W.FACILITY))
    FACILITY = lambda self, l: self.facility(l).upper()
    HFAC = lambda self, l: self.letters(3)
    employer = lambda self, l: self.pick(W.EMPLOYER)
    school = lambda self, l: self.pick(W.SCHOOL)
    park = lambda self, l: self.pick(W.PARK)
    shelter = lambda self, l: self.pick(W.SHELTER)
    room = lambda self, l: self.rng.choice([self.digits(3), self.digits(4), f"{self.digits(1)}{self.rng.choice('EWNS')}{self.digits(2)}"])
    bed = lambda self, l: self.digits(2)
    bedl = lambda self, l: self.rng.choice("AB12")
    pobox = lambda self, l: self.rng.choice(["PO Box ", "P.O. Box "]) + self.digits(4)

    # -- numbers

    def phone(self, _):
        a, b, c = self.digits(3, "23456789"), self.digits(3, "23456789"), self.digits(4)
        return self.rng.choice([f"({a}) {b}-{c}", f"{a}-{b}-{c}", f"{a}.{b}.{c}", f"+1 {a} {b} {c}", f"1-{a}-{b}-{c}", f"{a} {b} {c}", f"{a}{b}{c}", f"({a}){b}-{c}"])

    def phonep(self, _):
        a, b, c = self.digits(3, "23456789"), self.digits(3, "23456789"), self.digits(4)
        return self.rng.choice([f"{a}{b}{c}", f"{a} {b} {c}", f"{a}-{b}-{c}", f"{a}.{b}.{c}", f"{a} {b}-{c}"])

    def phonew(self, _):
        n = "zero one two three four five six seven eight nine".split()
        return " ".join(n[int(c)] for c in self.digits(10, "23456789"))

    hphone = lambda self, _: f"({self.digits(3, '23456789')}){self.digits(3, '23456789')}-{self.digits(4)}"
    phd = lambda self, _: self.digits(10, "23456789")
    phone164 = lambda self, _: "+1" + self.digits(10, "23456789")
    phone5 = lambda self, _: self.digits(5)
    ext = lambda self, _: self.digits(4)
    pager = lambda self, _: self.rng.choice([self.digits(5), f"{self.digits(3)}-{self.digits(4)}"])
    fax = phone

    def email(self, label):
        first, _, last = self.person(label or "e")
        user = f"{first}.{last}" if self.rng.random() < .6 else f"{first[0]}{last}{self.digits(2)}"
        user = re.sub(r"[^a-z0-9.]", "", user.lower())
        return f"{user}@{self.rng.choice(['gmail.com', 'yahoo.com', 'kestrelhealth.org', 'proton.me', 'stbrendan.edu', 'aol.com'])}"

    emailspoken = lambda self, l: self.email(l).replace("@", " at ").replace(".", " dot ")

    ssn = lambda self, l: f"{self.digits(3, '12345678')}-{self.digits(2)}-{self.digits(4)}"
    ssnd = lambda self, l: self.ssn(l).replace("-", "")
    ssnsp = lambda self, l: self.rng.choice([self.ssn(l), self.ssn(l).replace("-", " "), self.ssnd(l), self.ssn(l).replace("-", ".")])
    ssn4 = lambda self, l: self.digits(4)

    def mrn(self, label):
        return self.once(("mrn", label), lambda: self.rng.choice([self.digits(7), self.digits(8), f"{self.digits(2)}-{self.digits(2)}-{self.digits(2)}", f"{self.letters(1)}{self.digits(7)}", f"00{self.digits(6)}", self.digits(6), f"{self.digits(3)}-{self.digits(3)}-{self.digits(3)}", f"{self.letters(2)}-{self.digits(6)}"]))

    mrnp = lambda self, l: self.rng.choice([self.digits(7), f"{self.letters(1)}{self.digits(6)}", f"{self.letters(2)}{self.digits(5)}", self.digits(6)])
    mrn2 = lambda self, l: self.digits(7)
    mrnbare = lambda self, l: self.rng.choice([self.digits(7), self.digits(8), f"{self.letters(1)}{self.digits(7)}", f"{self.letters(2)}-{self.digits(6)}", f"00{self.digits(6)}", f"{self.digits(3)}-{self.digits(2)}-{self.digits(2)}"])
    fid = lambda self, l: self.rng.choice([self.digits(6), f"{self.letters(2).lower()}{self.digits(5)}", self.digits(9)])
    plan = lambda self, l: self.rng.choice([f"{self.letters(3)}{self.digits(9)}", f"{self.letters(1)}{self.digits(8)}", self.digits(10), f"{self.letters(3)} {self.digits(9)}", f"{self.digits(9)}-{self.digits(2)}", f"{self.letters(1)}{self.digits(4)}-{self.digits(5)}"])
    grp = lambda self, l: self.digits(6)
    grp2 = lambda self, l: self.rng.choice([self.digits(6), f"{self.letters(2)}{self.digits(4)}"])
    bin = lambda self, l: self.digits(6)

    def mbi(self, _):
        s = "".join({"9": self.digits(1), "A": self.rng.choice("ACDEFGHJKMNPQRTUVWXY"), "X": self.rng.choice("0123456789ACDEFG"), "0": self.rng.choice("0123456789")}[c] for c in "9AX0AX0AA00")
        return self.rng.choice([s, f"{s[:4]}-{s[4:7]}-{s[7:]}"])

    acct = lambda self, l: self.rng.choice([self.digits(9), f"{self.digits(4)}-{self.digits(6)}", f"{self.letters(1)}{self.digits(8)}", self.digits(11)])
    acctp = lambda self, l: self.digits(8)
    check = lambda self, l: self.digits(4)
    aba = lambda self, l: self.digits(9, "0123")
    card4 = lambda self, l: self.digits(4)
    receipt = lambda self, l: f"RC-{self.digits(6)}"

    def card(self, _):
        body = "4" + self.digits(14)
        for check in string.digits:
            if luhn(body + check):
                s = body + check
                return self.rng.choice([s, " ".join(s[i:i + 4] for i in range(0, 16, 4)), "-".join(s[i:i + 4] for i in range(0, 16, 4))])

    def npi(self, _):
        body = self.rng.choice("12") + self.digits(8, string.digits)
        return next(body + c for c in string.digits if luhn("80840" + body + c))

    def dea(self, _):
        n = self.digits(6)
        return self.rng.choice("ABFM") + self.rng.choice("KLPRW") + n + str((int(n[0]) + int(n[2]) + int(n[4]) + 2 * (int(n[1]) + int(n[3]) + int(n[5]))) % 10)

    lic = lambda self, l: self.rng.choice([f"{self.letters(1)}{self.digits(5)}", f"MD{self.digits(6)}", f"{self.digits(2)}-{self.digits(5)}", self.digits(7)])
    licany = lambda self, l: self.rng.choice([f"{self.letters(2)}{self.digits(6)}", self.digits(6)])
    dl = lambda self, l: self.rng.choice([f"{self.letters(1)}{self.digits(7)}", f"{self.letters(1)}{self.digits(3)}-{self.digits(4)}-{self.digits(4)}", self.digits(8)])
    passport = lambda self, l: self.rng.choice([self.digits(9), f"{self.letters(1)}{self.digits(8)}"])
    plate = lambda self, l: self.rng.choice([f"{self.letters(3)} {self.digits(4)}", f"{self.digits(1)}{self.letters(3)}{self.digits(3)}", f"{self.letters(3)}-{self.digits(3)}", f"{self.letters(2)}{self.digits(2)} {self.letters(2)}{self.digits(1)}"[:8].strip()])

    def vin(self, _):
        letters, values = "ABCDEFGHJKLMNPRSTUVWXYZ", "12345678123457923456789"
        s = [self.rng.choice("ABCDEFGHJKLMNPRSTUVWXYZ0123456789") for _ in range(17)]
        s[0] = self.rng.choice("1245JKW")
        weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
        total = sum((int(c) if c.isdigit() else int(values[letters.index(c)])) * w for c, w in zip(s, weights))
        s[8] = "X" if total % 11 == 10 else str(total % 11)
        return "".join(s)

    serial = lambda self, l: self.rng.choice([f"{self.letters(3)}{self.digits(6)}", f"{self.letters(2)}-{self.digits(4)}-{self.letters(1)}{self.digits(2)}", self.digits(8), f"{self.letters(1)}{self.digits(2)}{self.letters(1)}{self.digits(5)}", f"{self.digits(4)}-{self.letters(2)}{self.digits(3)}"])
    udi = lambda self, l: f"(01){self.digits(14)}(17){self.rng.randrange(26, 30)}0{self.digits(1)}15(10){self.letters(1)}{self.digits(4)}(21){self.letters(1)}{self.digits(6)}"
    gtin = lambda self, l: self.digits(14)
    imei = lambda self, l: self.digits(15)
    mac = lambda self, l: ":".join(f"{self.rng.randrange(256):02x}" for _ in range(6))
    asset = lambda self, l: self.rng.choice([f"BME-{self.digits(5)}", f"{self.letters(2)}{self.digits(6)}", self.digits(6)])
    lot = lambda self, l: f"{self.letters(1)}{self.digits(3)}{self.letters(1)}"
    url = lambda self, l: self.rng.choice(["https://", "http://www.", "www."]) + self.rng.choice(W.HOST)
    urlvisit = lambda self, l: f"https://{self.rng.choice(W.HOST)}/v/{self.letters(3).lower()}{self.digits(5)}?t={self.digits(4)}"
    urlpath = lambda self, l: f"{self.rng.choice(W.HOST)}/strips/{self.digits(7)}"
    host = lambda self, l: self.rng.choice(W.HOST)
    host2 = host
    ip = lambda self, l: ".".join(str(self.rng.randrange(1, 255)) for _ in range(4))
    ip6 = lambda self, l: self.rng.choice([f"2001:db8:{self.rng.randrange(4096):x}::{self.rng.randrange(4096):x}", f"fe80::{self.rng.randrange(4096, 65535):x}:{self.rng.randrange(4096, 65535):x}:fe{self.rng.randrange(16, 255):x}:{self.rng.randrange(4096, 65535):x}"])
    bio = lambda self, l: self.rng.choice([f"VP-{self.digits(6)}", f"fp_{self.letters(2).lower()}{self.digits(8)}", f"{self.letters(2)}{self.digits(7)}"])
    photo = lambda self, l: self.rng.choice([f"IMG_{self.digits(4)}.HEIC", f"wound_{self.last('ph').lower().replace(' ', '')}_2.jpg", f"scan-{self.digits(5)}.png", f"CAM3_{self.digits(8)}.mp4"])
    claim = lambda self, l: self.rng.choice([f"CLM{self.digits(8)}", self.digits(13), f"{self.digits(4)}{self.letters(2)}{self.digits(6)}", f"C-{self.digits(7)}"])
    enc = lambda self, l: self.rng.choice([self.digits(9), f"E{self.digits(8)}", f"V{self.digits(9)}", f"{self.digits(6)}-{self.digits(3)}"])
    csn = lambda self, l: self.digits(9)
    acc = lambda self, l: self.rng.choice([f"S{self.rng.randrange(22, 26)}-{self.digits(5)}", f"{self.letters(2)}-{self.rng.randrange(22, 26)}-{self.digits(6)}", self.digits(8), f"{self.rng.randrange(22, 26)}:{self.letters(1)}{self.digits(6)}"])
    rxno = lambda self, l: self.rng.choice([self.digits(7), f"{self.digits(7)}-{self.digits(5)}"])
    job = lambda self, l: self.rng.choice([self.digits(6), f"{self.digits(2)}-{self.digits(5)}", f"R{self.digits(7)}"])
    badge = lambda self, l: self.digits(4)
    badgen = lambda self, l: self.rng.choice([self.digits(5), f"N{self.digits(4)}"])
    empno = lambda self, l: self.rng.choice([self.digits(6), f"E{self.digits(5)}"])
    caseno = lambda self, l: self.rng.choice([f"{self.rng.randrange(20, 26)}-CV-{self.digits(5)}", self.digits(8)])
    auth = lambda self, l: self.rng.choice([f"A{self.digits(9)}", f"PA{self.digits(7)}", self.digits(8)])
    refno = lambda self, l: self.rng.choice([f"I-{self.digits(8)}", self.digits(9)])
    refno2 = lambda self, l: f"{self.rng.randrange(22, 26)}-{self.digits(6)}"
    ctrl = lambda self, l: self.rng.choice([f"MSG{self.digits(6)}", self.digits(9)])
    ctrl2 = lambda self, l: f"{self.letters(3)}{self.digits(6)}"
    ordno = lambda self, l: self.rng.choice([self.digits(8), f"ORD{self.digits(6)}"])
    uid = lambda self, l: self.letters(4) + self.digits(2)
    user = lambda self, l: self.rng.choice([f"{self.first('u')[0]}{self.last('u')}".lower().replace(" ", "").replace("'", ""), f"{self.first('u').lower()}.{self.last('u').lower()}".replace(" ", "").replace("'", ""), f"{self.first('u').lower()}{self.digits(2)}"])
    uuid = lambda self, l: "-".join("".join(self.rng.choice("0123456789abcdef") for _ in range(n)) for n in (8, 4, 4, 4, 12))
    icn = lambda self, l: self.digits(13)
    eft = lambda self, l: self.rng.choice([f"EFT{self.digits(8)}", self.digits(10)])
    ein = lambda self, l: f"{self.digits(2)}-{self.digits(7)}"
    ein9 = lambda self, l: self.digits(9)
    subj = lambda self, l: self.rng.choice([f"{self.digits(3)}-{self.digits(4)}", f"S{self.digits(5)}"])
    regid = lambda self, l: self.digits(8)
    band = lambda self, l: self.digits(6)
    kit = lambda self, l: f"KT{self.digits(8)}"
    sess = lambda self, l: "".join(self.rng.choice("0123456789ABCDEF") for _ in range(16)) + self.digits(3)
    ticket = lambda self, l: f"PAY-{self.digits(4)}"
    oid = lambda self, l: f"1.2.840.113619.2.55.3.{self.digits(9)}.{self.digits(3)}"
    old = lambda self, l: str(self.rng.randrange(90, 104))
    old2 = old

    # -- what stays

    age = lambda self, l: str(self.rng.randrange(19, 89))
    sexage = lambda self, l: f"[(age|{self.rng.randrange(19, 89)}{self.rng.choice(['M', 'F', 'yo F', ' y/o male'])})]"
    year = lambda self, l: str(self.rng.randrange(1994, 2025))
    yearw = lambda self, l: "[(year|nineteen " + self.rng.choice(["sixty-one", "seventy two", "eighty four"]) + ")]"
    drug = lambda self, l: self.pick(W.DRUG)
    dose = lambda self, l: "[(lab|" + self.rng.choice(["5 mg daily", "40 mg BID", "500 mg PO q8h", "0.5 mg", "12.5 mg nightly", "25 mcg/h", "1,000 units SC", "2 puffs q4-6h prn"]) + ")]"
    eponym = lambda self, l: self.pick(W.EPONYM)
    payer = lambda self, l: self.pick(W.PAYER)
    bp = lambda self, l: f"{self.rng.randrange(96, 178)}/{self.rng.randrange(50, 99)}"
    bpt = lambda self, l: f"[(lab|{self.bp(l)})]"
    hr = lambda self, l: str(self.rng.randrange(52, 128))
    hgb = lambda self, l: f"{self.rng.randrange(7, 15)}.{self.rng.randrange(10)}"
    k = lambda self, l: f"{self.rng.randrange(3, 6)}.{self.rng.randrange(10)}"
    ndc = lambda self, l: f"{self.digits(5)}-{self.digits(4)}-{self.digits(2)}"
    time = lambda self, l: self.rng.choice([f"{self.rng.randrange(7, 18):02}{self.rng.randrange(10, 60)}", f"{self.rng.randrange(7, 18)}:{self.rng.randrange(10, 60)}", f"{self.rng.randrange(1, 12)}:30 pm", f"{self.rng.randrange(1, 12)} am"])
    hhmm = lambda self, l: f"{self.rng.randrange(7, 18):02}{self.rng.randrange(10, 60)}"
    hon = lambda self, l: self.rng.choice(["Mr.", "Ms.", "Mrs."])
    title = lambda self, l: self.pick(W.TITLE)
    holiday = lambda self, l: self.pick(W.HOLIDAY)
    stcq = stc


def luhn(digits):
    total = 0
    for i, c in enumerate(reversed(digits)):
        n = int(c) * (2 if i % 2 else 1)
        total += n - 9 if n > 9 else n
    return total % 10 == 0


SLOT = re.compile(r"\{([A-Za-z_]\w*)(?::([a-z]\w*))?\}")


def fill(prompt, match):
    """One slot, marked with what it is. A slot within a mark is filled before and comes out plain."""
    kind, label = match.group(1), match.group(2)
    method = {"day": "day_"}.get(kind, kind)
    if kind == "wday":
        return prompt.rng.choice(["monday", "tuesday", "thursday", "friday"])
    make = getattr(prompt, method, None)
    if make is None or kind in ("pick", "digits", "letters", "person", "once", "parts", "us"):
        return match.group(0)
    value = make(label)
    if kind in NAMES:
        return f"[[NAME.{kind}|{value}]]" if not kind == "linit" else f"[[NAME?|{value}]]"
    if kind in DATES:
        return day_mark(kind, value)
    return f"[[{TYPES[kind]}|{value}]]" if kind in TYPES else value


TIME = re.compile(r"^(.*?\d{4}|[A-Z][a-z]{2} \d{2}|\d{4}-\d\d-\d\d)([ :]\d\d:\d\d:\d\d.*)$")


def day_mark(kind, value):
    """Marks a day: each end of a range apart, no article, and the time of day counts neither way."""
    if kind in ("clf", "syslog", "rfcd", "isots"):
        time = TIME.match(value)
        return f"[[DATE.{kind}|{time.group(1)}]][[DATE?|{time.group(2)}]]"
    parts = []
    for part in value.split(" to "):
        article = "the " if part.startswith("the ") else ""
        parts.append(f"{article}[[DATE.{kind}|{part.removeprefix('the ')}]]")
    return " to ".join(parts)


MARKED = re.compile(r"\[\[([A-Z_]+)(?:\.(\w+))?(\?)?\|(.*?)\]\]|\[\((\w+)\|(.*?)\)\]", re.S)


def label(text):
    """Takes the marks out; returns the text, its identifiers and its traps."""
    out, spans, traps, at, length = [], [], [], 0, 0
    for m in MARKED.finditer(text):
        out.append(text[at:m.start()])
        length += m.start() - at
        if m.group(1):
            span = {"start": length, "end": length + len(m.group(4)), "type": m.group(1)}
            if m.group(2):
                span["sub"] = m.group(2)
            if m.group(3):
                span["optional"] = True
            spans.append(span)
            value = m.group(4)
        else:
            value = m.group(6)
            traps.append({"start": length, "end": length + len(value), "kind": m.group(5)})
        out.append(value)
        length += len(value)
        at = m.end()
    out.append(text[at:])
    return "".join(out), spans, traps


INSIDE = re.compile(r"(\[\[[A-Z_]+\??\||\[\(\w+\|)([^\[\]]*?)(\]\]|\)\])")


def plain(prompt, match):
    """Fills the slots within a mark; the mark says what they are."""
    inner = SLOT.sub(lambda m: re.sub(r"\[\[[^|]*\||\]\]|\[\(\w+\||\)\]", "", fill(prompt, m)), match.group(2))
    return match.group(1) + inner + match.group(3)


def main():
    name, copies = sys.argv[1], int(sys.argv[2])
    records = re.split(r"^=== ", (HERE / f"{name}.txt").read_text(encoding="utf-8"), flags=re.M)[1:]
    number = 0
    for copy in range(copies):
        for index, record in enumerate(records):
            head, text = record.split("\n", 1)
            words = head.split()
            prompt = Prompt(name, random.Random(f"{name}-{index}-{copy}"))
            text, spans, traps = label(SLOT.sub(lambda m: fill(prompt, m), INSIDE.sub(lambda m: plain(prompt, m), text.rstrip("\n"))))
            if "lower" in words and len(text.lower()) == len(text):
                text = text.lower()
            print(json.dumps({"id": f"{name}-{number:03}", "style": " ".join(words), "text": text, "spans": spans, "traps": traps}, ensure_ascii=False))
            number += 1


if __name__ == "__main__":
    main()
