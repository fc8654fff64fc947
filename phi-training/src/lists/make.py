#!/usr/bin/env python3
"""Makes names.txt.gz of phi-training: origin, F or L, name; sorted, gzip without time stamps.

    pip download --no-deps faker==40.54.0 -d SOURCES     (and unpack it)
    python3 make.py SOURCES TARGET

Two runs over the same sources give the same bytes. Faker is under the MIT licence; origins.txt is our own.
"""
import gzip
import importlib
import pathlib
import re
import sys
import unicodedata

LOCALES = """az_AZ cs_CZ da_DK de_AT de_CH de_DE en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_TH en_US es_AR es_CA
es_CL es_CO es_ES es_MX et_EE fi_FI fr_BE fr_CA fr_CH fr_DZ fr_FR ga_IE ha_NG hr_HR hu_HU id_ID ig_NG is_IS it_IT
ja_JP lt_LT lv_LV nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE sw tr_TR tw_GH uz_UZ vi_VN yo_NG zh_CN
zh_TW zu_ZA""".split()


def latin(name):
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in name) and re.search("[A-Za-zÀ-ž]{2}", name)


def tidy(name):
    name = name.strip()
    return name.title() if name.isupper() else name


def faker(source):
    sys.path.insert(0, str(source))
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for field in dir(provider):
            values = getattr(provider, field)
            if not isinstance(values, (list, tuple, dict)) or "format" in field or "prefix" in field:
                continue
            kind = "L" if "last" in field or "surname" in field else "F" if "first" in field else None
            for name in values if kind else ():
                if isinstance(name, str) and latin(name) and len(name) < 24 and "{" not in name:
                    yield locale, kind, tidy(name)


def own(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            origin, first, last = line.split("|")
            yield from ((origin, "F", name) for name in first.split(","))
            yield from ((origin, "L", name) for name in last.split(","))


def main():
    source, target = map(pathlib.Path, sys.argv[1:3])
    rows = {"\t".join(row) for row in faker(source)}
    rows |= {"\t".join(row) for row in own(pathlib.Path(__file__).with_name("origins.txt"))}
    with open(target / "names.txt.gz", "wb") as raw:
        with gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=9, mtime=0) as out:
            out.write(("\n".join(sorted(rows)) + "\n").encode())
    print(len(rows), "names")


if __name__ == "__main__":
    main()
