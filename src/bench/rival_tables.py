"""Splink 4 on a configuration of `link`, set up from the field types: rival_tables.py CONFIG.yml TRUTH.csv.

Values are standardised, comparisons are those of Splink's library that fit each type, blocking rules are all
values and pairs of values that bring up few enough pairs. Prints pairwise precision, recall and F1 of the
clusters at three thresholds. Needs splink 4, pandas and pyyaml.
"""
import itertools
import logging
import pathlib
import sys
import time
import unicodedata

import pandas as pd
import splink.comparison_level_library as level
import splink.comparison_library as library
import yaml
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

logging.disable(logging.WARNING)
config, truth = pathlib.Path(sys.argv[1]), pd.read_csv(sys.argv[2], dtype=str)
asked = yaml.safe_load(config.read_text(encoding="utf-8"))
fields = {field["name"]: field["type"] for field in asked["fields"]}
formats = {field["name"]: field["format"] for field in asked["fields"] if "format" in field}
MOST_RULES, MOST_PAIRS_PER_ROW = 12, 20
LINK_TYPES = {"link": "link_only", "dedupe": "dedupe_only", "link_and_dedupe": "link_and_dedupe"}
of_type = lambda *types: [name for name, own in fields.items() if own in types]


def plain(text):
    """Lower case, without marks on Latin letters and punctuation; a surname before a comma goes last."""
    marked = unicodedata.normalize("NFKD", text.casefold().replace("đ", "d"))
    letters = unicodedata.normalize("NFC", "".join(c for c in marked if not "\u0300" <= c <= "\u036f"))
    return " ".join("".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in letters).split())


def date(text, form):
    """yyyy-MM-dd, or a year; the configurations have no other formats than these."""
    digits = text.replace("-", "").replace("/", "")
    if form in ("yyyyMMdd", None) and len(digits) == 8 and digits.isdigit() and not text[2:3] == "/":
        return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    return text if form is None else ""


def person(text):
    before, comma, after = text.partition(",")
    return plain(f"{after} {before}") if comma else plain(text)


def standardised(source, table):
    table = table.fillna("")
    out = pd.DataFrame({"unique_id": table[source["id"]], "source_dataset": source["name"]})
    for name, kind in fields.items():
        column = table[name]
        if kind == "date":
            out[name] = [date(value, formats.get(name)) for value in column]
            out[name + "_year"] = out[name].str.extract(r"^(\d{4})", expand=False).fillna("")
        elif kind == "person_name":
            out[name] = column.map(person)
            words = out[name].str.split()
            out[name + "_first"], out[name + "_last"] = words.str[0].fillna(""), words.str[-1].fillna("")
        elif kind in ("identifier", "phone"):
            out[name] = column.map(lambda value: plain(value).replace(" ", ""))
        else:
            out[name] = column.map(plain)
            if kind in ("name", "text"):
                out[name + "_start"] = out[name].str[:4 if kind == "name" else 10]
    return out.astype(object).where(out != "", None)


def outer_names(tables):
    """The given name and the surname: the first and the last column of names that most rows fill."""
    rows = pd.concat(tables)
    filled = [name for name in of_type("name") if rows[name].notna().mean() > 0.5]
    return filled[:1] + filled[1:][-1:]


def comparisons(tables):
    """Those of the library that fit the types; frequencies wherever values differ in how common they are."""
    rows, names = pd.concat(tables), outer_names(tables)
    made = [library.ForenameSurnameComparison(*names)] if len(names) == 2 else []
    for name, kind in fields.items():
        if kind == "name" and (len(names) < 2 or name not in names):
            made.append(library.JaroWinklerAtThresholds(name, [0.92]).configure(term_frequency_adjustments=True))
        elif kind == "person_name":
            ends = level.And(level.ExactMatchLevel(name + "_first"), level.ExactMatchLevel(name + "_last"))
            whole = level.ExactMatchLevel(name, term_frequency_adjustments=True)
            near = [level.JaroWinklerLevel(name, 0.95), ends, level.JaroWinklerLevel(name, 0.88)]
            own = [level.NullLevel(name), whole, *near, level.ExactMatchLevel(name + "_last"), level.ElseLevel()]
            made.append(library.CustomComparison(output_column_name=name, comparison_levels=own))
        elif kind == "date":
            year = level.ExactMatchLevel(name + "_year")
            own = [level.NullLevel(name), level.ExactMatchLevel(name), level.DamerauLevenshteinLevel(name, 1), year]
            own = own if (rows[name].str.len() > 4).any() else own[:3]
            made.append(library.CustomComparison(output_column_name=name, comparison_levels=[*own, level.ElseLevel()]))
        elif kind in ("identifier", "phone"):
            distances = [1, 2] if rows[name].str.len().median() >= 7 else [1]
            compared = library.DamerauLevenshteinAtThresholds(name, distances)
            made.append(compared.configure(term_frequency_adjustments=True))
        elif kind == "text":
            compared = library.JaroWinklerAtThresholds(name, [0.92, 0.8])
            made.append(compared.configure(term_frequency_adjustments=True))
        elif kind in ("category", "number"):
            made.append(library.ExactMatch(name).configure(term_frequency_adjustments=True))
    return made


def together(rows, by, between_inputs=False):
    """How many pairs of rows agree on all of some columns."""
    if between_inputs:
        of_source = rows.groupby([*by, "source_dataset"]).size().unstack(fill_value=0)
        return (of_source.sum(axis=1) ** 2 - (of_source**2).sum(axis=1)).sum() / 2
    counts = rows.groupby(by).size()
    return (counts * (counts - 1) / 2).sum()


def rules(tables):
    """Values, pairs and threes of them that bring up few enough pairs, each field in its turn, whole values and
    the widest rules first; a category, a quantity or the beginning of one value alone are no rule."""
    rows = pd.concat(tables, ignore_index=True)
    parts = [name for name in rows.columns if name not in ("unique_id", "source_dataset")]
    field = {part: max((name for name in fields if part.startswith(name)), key=len) for part in parts}
    whole = set(of_type("name", "person_name", "date", "identifier", "phone", "text"))
    found = {}
    for size in (1, 2, 3):
        for own in itertools.combinations(parts, size):
            telling = any(part in whole for part in own) or sum(field[part] in whole for part in own) > 1
            if not telling or len({field[part] for part in own}) < size or any(set(known) <= set(own) for known in found):
                continue
            pairs = together(rows.dropna(subset=list(own)), list(own), asked["mode"] == "link")
            if 0 < pairs <= MOST_PAIRS_PER_ROW * len(rows):
                found[own] = pairs
    taken, used = [], dict.fromkeys(fields, 0)
    while found and len(taken) < MOST_RULES:
        best = min(found, key=lambda own: (max(used[field[part]] for part in own), len(set(own) - whole), len(own), -found[own]))
        taken.append((best, found.pop(best)))
        for part in best:
            used[field[part]] += 1
    return taken, field


def measured(clusters):
    person_of = dict(zip(truth.source + ":" + truth.record_id, truth.person_id))
    key = clusters.source_dataset + ":" + clusters.unique_id
    known = clusters.assign(person=key.map(person_of)).dropna(subset=["person"])
    joined, true, right = (together(known, by) for by in (["cluster_id"], ["person"], ["cluster_id", "person"]))
    return right / max(joined, 1), right / true, 2 * right / (joined + true)


def main():
    begun = time.time()
    read = lambda source: pd.read_csv(config.parent / source["file"], dtype=str, keep_default_na=False)
    tables = [standardised(source, read(source)) for source in asked["inputs"]]
    chosen, field = rules(tables)
    print(config.stem, "blocking:", *("+".join(own) for own, _ in chosen), flush=True)
    blocking = [block_on(*own) for own, _ in chosen]
    settings = SettingsCreator(
        link_type=LINK_TYPES[asked["mode"]], blocking_rules_to_generate_predictions=blocking, comparisons=comparisons(tables)
    )
    database = DuckDBAPI()
    if hasattr(database, "register"):  # from Splink 5 on
        named = [database.register(table, dataset_display_name=source["name"]) for table, source in zip(tables, asked["inputs"])]
        linker = Linker(named if len(named) > 1 else named[0], settings)
    else:
        linker = Linker(tables if len(tables) > 1 else tables[0], settings, db_api=database)
    # The prior by what is telling: names with one more value, or, without names, the narrowest rules.
    names = outer_names(tables) + of_type("person_name")
    telling = [name + "_year" for name in of_type("date")] + of_type("text", "identifier", "phone")
    by_name = [block_on(*names, part) for part in telling][:3] if names else []
    narrow = [block_on(*own) for own, _ in sorted(chosen, key=lambda item: item[1])[:2]]
    linker.training.estimate_probability_two_random_records_match(by_name or narrow, recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    # Sessions of EM: one that holds names, others that hold none, so that every field is free in one.
    others = [own for own, _ in chosen if not {field[part] for part in own} & set(names)][:2]
    for own in ([tuple(names)] if names else []) + (others or [own for own, _ in chosen[:2]]):
        try:
            linker.training.estimate_parameters_using_expectation_maximisation(block_on(*own))
        except Exception as failure:
            print("a session on", own, "failed:", str(failure)[:120])
    predicted = linker.inference.predict(threshold_match_probability=0.01)
    for threshold in (0.5, 0.9, 0.99):
        made = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold).as_pandas_dataframe()
        made = made if "source_dataset" in made else made.assign(source_dataset=asked["inputs"][0]["name"])
        print(f"{config.stem} {threshold}: precision %.4f recall %.4f F1 %.4f" % measured(made), f"{time.time() - begun:.0f} s", flush=True)


main()
