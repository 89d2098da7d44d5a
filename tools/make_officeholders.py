#!/usr/bin/env python3
"""Makes data/actors/officeholders.tsv: who held which office when, from two free tables.

  tools/make_officeholders.py OFFICEHOLDERS.tsv.gz LEADERS.tsv.gz data/actors/offices.tsv > data/actors/officeholders.tsv

OFFICEHOLDERS: columns iso3, position, person, wikidata, start, end (content of Wikidata, CC0, as of mid 2022).
offices.tsv: what was written by hand; its spells are not repeated, and they close those of their predecessors.
LEADERS: columns country, code, role, person, since, first, last (CIA World Factbook editions 1997-2026, public domain).
An office that one person holds at a time is closed where its next holder begins; an end that no source gives stays open
and is as good as its `as_of`.
"""
import csv
import gzip
import re
import sys
import unicodedata

OPENS = "2000-01-01"  # spells that were over before are left out

# The first pattern that fits an office decides: sector, body, and whether one person holds it at a time.
KEEP = [
    (r"^(deputy|vice|junior|parliamentary|assistant|special|senior) ?(secretary of state|undersecretary).*", None, "", False),
    (r"^(state secretary|undersecretary|under-secretary|parliamentary|advis[eo]r|special advis|lord |justice of|judge |member|secretary[- ]general (of|to) the (presidency|president|government)|deputy (minister|speaker|attorney|chair)|minister of state|prefect|first lady|.*undersecretary)", None, "", False),
    (r"^(permanent representative to the united nations|ambassador to (the )?united nations)", "GOV", "", True),
    (r"^ambassador to (the united states|russia|the united kingdom|china|israel)", "GOV", "", False),
    (r"^ambassador|^high commissioner|^consul", None, "", False),
    (r"^(acting |interim |transitional )?president( of the republic| of the (state|nation|confederation)\b.*)?$", "GOV", "", True),
    (r"^(first )?(deputy|vice)[- ](president|prime minister|premier)", "GOV", "", False),
    (r"^(president|speaker|chair).*(senate|assembly|deputies|parliament|house|congress|council of states|riksdag|knesset|national council|federation council|duma|majlis|people)", "LEG", "", False),
    (r"(chief justice|president of the supreme court|chief judge)", "JUD", "", False),
    (r"^(prosecutor[- ]general|chief prosecutor|attorney[- ]general|procurator)", "JUD", "", False),
    (r"^chief of (the )?(general|defen[cs]e|army|armed forces|joint|naval|navy|air)|^chief of staff of the (army|armed)|^(chair|chairman) of the joint chiefs|^commander|^chief of defen[cs]e|^chair of the chiefs", "MIL", "", False),
    (r"(intelligence|secret service|security service|federal security service)", "SPY", "", False),
    (r"(chief|commissioner|director).*police", "COP", "", False),
    (r"^united states senator|^(member of the )?(lok sabha|rajya sabha)", "LEG", "", False),
    (r"^leader of the opposition|opposition leader", "OPP", "", False),
    (r"^(minister|federal minister|secretary of state|secretary|secretary of state for) ?(for|of)? ?(the )?(foreign|external) (affairs|relations|minister)", "GOV", "Foreign Ministry", True),
    (r"^secretary of state$", "GOV", "State Department", True),
    (r"^(minister|federal minister|secretary|secretary of state).*\b(national )?defen[cs]e\b", "GOV", "Defence Ministry", True),
    (r"^(minister|federal minister|secretary|secretary of state).*\b(interior|internal affairs|home affairs|homeland security|home department)\b|^home secretary", "GOV", "Interior Ministry", True),
    (r"^(minister|federal minister|secretary).*\b(finance|treasury)\b|^chancellor of the exchequer|^treasurer$", "GOV", "Finance Ministry", True),
    (r"^(minister|federal minister|secretary).*\bjustice\b", "GOV", "Justice Ministry", True),
    (r"^(minister|federal minister|secretary).*\b(health|econom|energy|oil|petroleum|trade|commerce|information|communications|security|cabinet affairs|presidential affairs|without portfolio|europe|oil)", "GOV", "", False),
    (r"^(prime minister|premier|chief minister|first minister) of ", "GOV", "", False),
    (r"^(first minister|prime minister|premier|chief minister|chancellor|federal chancellor|chief executive|taoiseach|president of the (government|council of ministers)|head of government|chairman of the (presidency|cabinet|government|council of ministers))", "GOV", "", True),
    (r"^governor of the (central|national|reserve|state)? ?bank|^governor of the bank|^(president|chair).*(central bank|federal reserve|bundesbank)", "GOV", "Central Bank", True),
    (r"^(king|queen|emir|sultan|emperor|grand duke|prince|crown prince|supreme leader|monarch|head of state|governor-general|general secretary)", "GOV", "", False),
    (r"^(governor of|mayor of (london|paris|moscow|new york|berlin|kyiv|kiev|istanbul|tehran|jerusalem|rome|tokyo|seoul|jakarta|bogot|buenos|mexico|cairo|beirut|lagos|athens|madrid|barcelona|warsaw|budapest|karachi))", "GOV", "", False),
    (r"national security advis|white house|government spokes|press secretary|chief of staff|head of the presidential|director of the (central|federal)|government minister", "GOV", "", False),
]
BODIES = [
    (r"united nations|international court of justice", "UNO"),
    (r"european (commission|council|parliament|central bank)", "EUR"),
    (r"", "IGO"),
]
TITLES = re.compile(
    r"^((the|acting|interim|transitional|transition|caretaker|de facto|first|second|third|deputy|vice|head of state|"
    r"president|prime minister|premier|chancellor|king|queen|emir|amir|sultan|emperor|prince|princess|crown prince|grand duke|pope|"
    r"chairman|chairwoman|chief executive|state counsellor|leader|supreme leader|general|gen\.|lt\.|col\.|colonel|capt\.|captain|"
    r"lieutenant|maj\.|major|marshal|field marshal|admiral|dr\.|sir|dame|sheikh|shaykh|governor general|governor-general|governor|taoiseach|"
    r"of the [A-Z][A-Za-z]+( of [A-Z][a-z]+)?|of|taliban|administrator|co-prince|presidents|ministers|minister)[ ,]+)+", re.I)


def plain(text):
    text = unicodedata.normalize("NFKD", text)
    return re.sub(r"[^a-z ]", "", "".join(c for c in text if not unicodedata.combining(c)).lower().replace("-", " "))


def kind_of(office):
    for pattern, sector, body, single in KEEP:
        if re.search(pattern, office.lower()):
            return sector, body, single
    return None, "", False


def office_holders(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        for row in rows:
            office = row["position"].strip()
            if not row["start"] or (row["end"] and row["end"] < OPENS):
                continue
            country = row["iso3"]
            sector, body, single = kind_of(office)
            if not country:
                country = next(code for pattern, code in BODIES if re.search(pattern, office.lower()))
                sector = "JUD" if "Court" in office else "GOV" if country == "EUR" else ""
                single = False
            elif sector is None:
                continue
            office = office[0].upper() + office[1:]
            yield dict(person=row["person"], country=country, office=office, body=body, sector=sector, start=row["start"],
                       end=row["end"], as_of="2022-07-31", wikidata=row["wikidata"], single=single)


def leaders(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        for row in rows:
            name = re.split(r",| \(| and |;", row["person"].strip())[0] if not row["person"].startswith("President of the") \
                else row["person"]
            name = re.sub(r"^President of (the )?[^,]*?(,|Afghanistan) ", "President ", name)
            title = TITLES.match(name)
            title_text = title.group(0).strip(" ,") if title else ""
            name = name[len(title.group(0)):] if title else name
            words = name.strip("- ").split()
            if not title or len(words) < 2 or len(words) > 6 or not row["code"] or row["code"] in DEPENDENT or not row["since"] or row["last"] < "2000":
                continue
            if not any(word.isupper() and len(word) > 2 for word in words) or any(ord(c) == 0xfffd for c in name):
                continue
            if re.search(r"represented|note|since|governor|king charles|elizabeth|commission", row["person"].lower()):
                continue
            if re.search(r"(^| )[a-z]{3,}", name.replace(" bin ", " ").replace(" von ", " ").replace(" der ", " ").replace(" den ", " ").replace(" ibn ", " ").replace(" bint ", " ").replace(" dos ", " ")):
                continue
            name = " ".join(capitalised(word) if word.isupper() and len(word) > 2 else word for word in words)
            name = re.sub(r",? (Jr|Dr)\.?$", r" \1.", name)
            office = title_text or ("Head of state" if row["role"] == "chief of state" else "Head of government")
            if re.search(r"president$", office, re.I) and not re.search(r"vice|deputy", office, re.I):
                office = "President"
            if re.search(r"(premiers|presidents|ministers)\b", row["person"].lower()):
                continue
            if re.search(r"president|minister|premier|chancellor|king|queen|emir|amir|sultan|emperor|prince|leader|chief ex|counsel|taois|pope|chair",
                         office, re.I) is None:
                office = "Head of state" if row["role"] == "chief of state" else "Head of government"
            office = office[0].upper() + office[1:]
            yield dict(person=name, country=row["code"], office=office, body="", sector="GOV", start=row["since"],
                       end="", year=row["last"] if row["last"] < "2026" else "", as_of="2026-01-15" if row["last"] >= "2026" else row["last"] + "-01-15", wikidata="",
                       single=not re.search(r"vice|deputy", office, re.I), role=row["role"], last=row["last"])


def by_hand(path):
    with open(path, encoding="utf-8") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        for row in rows:
            office = row["office"]
            single = kind_of(office)[2] and not re.search(r"deputy|vice", office.lower())
            yield dict(person=row["person"], country=row["country"], office=office, body=kind_of(office)[1], sector=row["sector"],
                       start=row["from"], end=row["to"], as_of=row["as_of"], wikidata="", single=single, hand=True)


def same_family(one, other):
    one, other = plain(one).split(), plain(other).split()
    if not one or not other:
        return False
    return one[-1] == other[-1] or (one[0] == other[0] and len(one[0]) > 4) or len(set(one) & set(other)) > 1


def written(spell, hand):
    """Whether the hand-written table has this spell."""
    return any(h["office"] == spell["office"] or (h["single"] and spell["single"] and seat(h) == seat(spell))
               for h in hand.get(spell["country"], [])
               if same_family(h["person"], spell["person"])
               and h["start"] <= (spell["end"] or "9") and spell["start"][:4] <= (h["end"] or "9"))


DEPENDENT = set("ABW AIA ASM BES BMU CUW CYM FLK FRO GGY GIB GRL GUM IMN JEY MAC MNP MSR NCL PCN PYF PRI SHN SPM TCA TKL VGB "
                "VIR WLF SXM MAF BLM COK NIU AND ATF IOT HMD BVT SGS UMI SJM CXR CCK NFK MYT GLP MTQ GUF REU".split())


def capitalised(word):
    return re.sub(r"(^|[-' ])(\w)", lambda m: m.group(1) + m.group(2).upper(), word.lower().replace("'", "’")).replace("’", "'")


def family(name):
    return set(plain(name).split())


def seat(spell):
    """What one person holds at a time: a ministry, the presidency, the government."""
    chief = re.search(r"president|king|queen|emir|amir|sultan|head of state", spell["office"].lower())
    return spell["country"], spell["body"] or ("chief" if chief else "government")


def close(spells):
    """An office that one person holds at a time ends where the next holder begins."""
    groups = {}
    for spell in spells:
        if spell["single"]:
            groups.setdefault(seat(spell), []).append(spell)
    for group in groups.values():
        group.sort(key=lambda s: s["start"])
        for i, spell in enumerate(group):
            if spell["end"]:
                continue
            for later in group[i + 1:]:
                if later["start"] > spell["start"] and not family(later["person"]) & family(spell["person"]):
                    spell["end"] = later["start"]
                    break
    for spell in spells:
        if not spell["end"] and spell.get("year"):
            spell["end"] = spell["year"]  # the last edition that names it; its successor is not known


def joined(spells):
    """Spells of the same person in the same office that follow one another are one."""
    last = {}
    for spell in sorted(spells, key=lambda s: s["start"]):
        key = (spell["wikidata"] or spell["person"], spell["country"], spell["office"])
        before = last.get(key)
        if before and (not before["end"] or before["end"][:7] >= spell["start"][:7] or before["end"][:4] == spell["start"][:4]):
            before["end"] = spell["end"] if before["end"] else ""
            before["as_of"] = max(before["as_of"], spell["as_of"])
            continue
        last[key] = spell
        yield spell


def main():
    spells = list(office_holders(sys.argv[1]))
    known = {}
    for spell in spells:
        if spell["single"]:
            known.setdefault(seat(spell), []).append(spell)
    added = {}
    for spell in leaders(sys.argv[2]):
        names = family(spell["person"])
        same = [s for s in known.get(seat(spell), []) if family(s["person"]) & names
                and s["start"][:4] <= spell["start"][:4] <= (s["end"] or "9")[:4]]
        if not same and spell["single"]:  # another spelling of the same name
            same = [s for s in known.get(seat(spell), []) if s["start"][:7] == spell["start"][:7]
                    and plain(s["person"]).split()[-1][:1] == plain(spell["person"]).split()[-1][:1]]
            for s in same:
                s["alias"] = spell["person"]
        if same:
            if spell["last"] >= "2023":
                for s in same:
                    s["as_of"] = max(s["as_of"], spell["as_of"])
            continue
        key = (seat(spell), plain(spell["person"]).split()[-1], spell["start"][:4])
        if key not in added or added[key]["as_of"] < spell["as_of"]:
            added[key] = spell
    hand = {}
    for spell in by_hand(sys.argv[3]):
        hand.setdefault(spell["country"], []).append(spell)
    spells = [s for s in spells + list(added.values()) if not written(s, hand)]
    spells += [s for group in hand.values() for s in group]
    close(spells)
    spells = [s for s in spells if not s.get("hand")]
    print("# Made by tools/make_officeholders.py; columns, sources, licence: data/actors/README.md. Corrections go to offices.tsv.")
    print("person\taliases\tcountry\toffice\tbody\tsector\tfrom\tto\tas_of\twikidata")
    rows = set()
    for s in list(joined(spells)):
        if s["end"] and (s["end"] < OPENS or s["end"] < s["start"][:len(s["end"])]):
            continue
        rows.add("\t".join([s["person"], s.get("alias", ""), s["country"], s["office"], s["body"], s["sector"], s["start"], s["end"],
                            s["as_of"], s["wikidata"]]))
    for row in sorted(rows):
        print(row)


if __name__ == "__main__":
    main()
