"""Made-up voters, candidates and population registers with their truth: registers.py DIRECTORY [SEED].

Needs faker and pandas. Names, streets and towns are faker's, by how common they are; lives (households, moves,
marriages, sons called after their fathers) and slips of writing are made here. Nothing is tuned to the engine.
"""
import pathlib
import random
import sys

import pandas as pd
from faker import Faker

out, seed = pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
out.mkdir(parents=True, exist_ok=True)
chance = random.Random(seed)
SHORT = {"Robert": "Bob", "William": "Bill", "James": "Jim", "John": "Jack", "Michael": "Mike", "Elizabeth": "Liz"}
SHORT |= {"Richard": "Dick", "Thomas": "Tom", "Katherine": "Kate", "Margaret": "Meg", "Christopher": "Chris"}
DIGITS = {"ja_JP": "０１２３４５６７８９", "zh_CN": "０１２３４５６７８９", "ar_AA": "٠١٢٣٤٥٦٧٨٩"}


def is_so(share):
    return chance.random() < share


def by_rank(values):
    """Draws the first values more often than the last, as towns and streets are."""
    weights = [1 / (rank + 2) for rank in range(len(values))]
    return lambda: chance.choices(values, weights)[0]


def slip(text, share, letters="abcdefghijklmnopqrstuvwxyz"):
    """One letter left out, put in, replaced or swapped, in a share of the texts."""
    if len(text) < 2 or not is_so(share):
        return text
    at, kind = chance.randrange(len(text) - 1), chance.randrange(4)
    letter = chance.choice(letters)
    middle = ["", letter + text[at], letter, text[at + 1] + text[at]][kind]
    return text[:at] + middle + text[at + (2 if kind == 3 else 1) :]


def write(name, tables):
    truth = []
    for source, rows in tables.items():
        table = pd.DataFrame(chance.sample(rows, len(rows)))
        table.insert(0, "rec_id", [f"{source}{row}" for row in range(len(table))])
        truth.append(pd.DataFrame({"source": source, "record_id": table.rec_id, "person_id": table.pop("person")}))
        table.to_csv(out / (f"{name}.csv" if len(tables) == 1 else f"{name}_{source}.csv"), index=False)
    pd.concat(truth).to_csv(out / f"{name}_truth.csv", index=False)


def voters():
    faker = Faker("en_US")
    faker.seed_instance(seed)
    towns = by_rank([(faker.unique.city(), 27000 + 13 * town) for town in range(90)])
    streets = by_rank([faker.street_name() for _ in range(2500)])
    races, parties = by_rank(list("WBUAOMI")), by_rank(["UNA", "DEM", "REP", "LIB"])
    phone = lambda: f"{chance.choice(['919', '704', '336'])}{chance.randrange(2_000_000, 10_000_000)}"
    given = lambda sex: faker.first_name_male() if sex == "M" else faker.first_name_female()

    def home():
        town, code = towns()
        flat = f" APT {chance.randint(1, 60)}" if is_so(0.2) else ""
        return {"street": f"{chance.randint(1, 9999)} {streets()}{flat}", "city": town, "zip": code + chance.randint(0, 3)}

    def household(number):
        shared = {"last": faker.last_name(), "race": races(), "phone": phone(), **home()}
        eldest, members = chance.randint(1932, 1985), []
        for place in range(chance.choices([1, 2, 3, 4, 5], [35, 33, 15, 12, 5])[0]):
            sex = "MF"[place] if place < 2 else chance.choice("MF")
            year = eldest + (chance.randint(-4, 4) if place < 2 else chance.randint(20, 36))
            own = {"person": f"{number}-{place}", "sex": sex, "first": given(sex), "middle": given(sex) if is_so(0.92) else ""}
            if place > 1 and sex == "M" and is_so(0.15):
                own |= {"first": members[0]["first"], "middle": members[0]["middle"], "suffix": "JR"}
            members.append({"suffix": "", **shared, **own, "birth_year": year, "party": parties()})
        return members

    def later(members):
        moved = home() if is_so(0.22) else {}
        for member in members:
            now = {**member, **moved}
            if is_so(0.12):
                now |= {**home(), "phone": phone()}
            if now["sex"] == "F" and is_so(0.1):
                now["last"] = faker.last_name()
            if is_so(0.25):
                now["phone"] = phone()
            yield {**now, "party": parties() if is_so(0.15) else now["party"]}

    def written(member):
        middle = chance.choices([member["middle"], member["middle"][:1], ""], [67, 25, 8])[0]
        first = SHORT.get(member["first"], member["first"]) if is_so(0.2) else member["first"]
        spelt = {"first": slip(first, 0.02), "last": slip(member["last"], 0.02), "middle": slip(middle, 0.02)}
        spelt |= {"street": slip(member["street"], 0.04), "city": slip(member["city"], 0.01)}
        row = {**member, **{name: value.upper() for name, value in spelt.items()}}
        row |= {"suffix": "" if is_so(0.4) else row["suffix"], "phone": "" if is_so(0.35) else row["phone"]}
        return {**row, "birth_year": row["birth_year"] + is_so(0.01)}

    houses = [household(number) for number in range(17_000)]
    now = [member for house in houses for member in later(house)]
    then = [member for house in houses for member in house]
    write("voters", {"a": [written(m) for m in then if is_so(0.85)], "b": [written(m) for m in now if is_so(0.85)]})
    write("voters_roll", {"voters_roll": [written(m) for m in then + [m for m in now if is_so(0.04)]]})


def candidates():
    faker = Faker("en_GB")
    faker.seed_instance(seed)
    seats, parties = [faker.unique.city() for _ in range(450)], by_rank(["Labour", "Conservative", "Liberal", "Green", "None"])
    tables = {"a": [], "b": []}
    for number in range(9_000):
        first, middle, last = faker.first_name(), faker.first_name() if is_so(0.6) else "", faker.last_name()
        shared = {"person": number, "party": parties(), "district": chance.choice(seats)}
        year = chance.randint(1935, 1985)
        formal = f"{last.upper()}, {first}" + (f" {middle[0]}." if middle and is_so(0.6) else f" {middle}").rstrip()
        printed = f"{SHORT.get(first, first) if is_so(0.5) else first}{' ' + middle if middle and is_so(0.4) else ''} {last}"
        elsewhere = {"district": chance.choice(seats)} if is_so(0.15) else {}
        for table, name, other in (("a", formal, elsewhere), ("b", printed, {})):
            if is_so(0.8):
                row = {**shared, **other, "name": slip(name, 0.02), "birth_year": year if is_so(0.55) else ""}
                tables[table].append(row)
    write("candidates", tables)


def register(locale):
    faker = Faker(locale)
    faker.seed_instance(seed)
    surname_first = locale in ("zh_CN", "ja_JP", "ko_KR")
    towns = by_rank([faker.city_name() if hasattr(faker, "city_name") else faker.city() for _ in range(120)])
    streets = by_rank([faker.town() if locale == "ja_JP" else faker.street_name() for _ in range(800)])
    of = lambda part, sex: getattr(faker, f"{part}_{'male' if sex == 'm' else 'female'}", getattr(faker, part, None))()
    tables = {"a": [], "b": []}
    for number in range(7_000):
        sex = chance.choice("mf")
        first, last = of("first_name", sex), of("last_name", sex)
        last += " " + of("last_name", sex) if locale == "es_ES" else ""
        patronymic = of("middle_name", sex) if locale == "ru_RU" else ""
        birth = f"{chance.randint(1930, 2010)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        person = {"person": number, "birth_date": birth, "sex": sex, "address": f"{streets()} {chance.randint(1, 200)}", "city": towns()}
        for table in ("a", "b"):
            row, gap = dict(person), " " if not surname_first or (table == "b" and is_so(0.3)) else ""
            parts = [last, first, patronymic] if surname_first or locale == "ru_RU" else [first, last]
            if table == "b" and locale == "es_ES" and is_so(0.12):
                parts = [first, last.split(" ")[0]]
            if table == "b" and not surname_first and is_so(0.12):
                parts = [f"{last},", first, patronymic]
            if table == "b" and is_so(0.2):
                row |= {"address": f"{streets()} {chance.randint(1, 200)}", "city": towns()}
            name = gap.join(part for part in parts if part)
            letters = "".join(sorted(set(first + last) - {" "}))
            row |= {"name": slip(name, 0.05, letters), "address": slip(row["address"], 0.05), "birth_date": "" if is_so(0.05) else birth}
            if table == "b" and is_so(0.3):
                row["address"] = row["address"].translate({ord("0") + i: c for i, c in enumerate(DIGITS.get(locale, ""))})
            if is_so(0.83):
                tables[table].append(row)
    write(f"register_{locale[:2]}", tables)


voters()
candidates()
for place in ("es_ES", "ru_RU", "zh_CN", "ja_JP", "ko_KR", "hi_IN", "ar_AA"):
    register(place)
