"""Splink on the records that ./run.sh prepare left: rival.py PREPARED tight|loose|library OUTPUT.

Prints what its steps took; OUTPUT/clusters_<threshold>.csv is for ./run.sh evaluate --members.
Needs splink 4 or 5, duckdb and pandas. See the README of the project for what the three set-ups are.
"""
import pathlib
import sys
import time
import unicodedata

import duckdb
import pandas as pd
import splink.comparison_level_library as level
import splink.comparison_library as library
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

prepared, setup, out = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
SOURCES = ("business", "insurance", "poverty", "tax")
THRESHOLDS = (0.5, 0.9, 0.99)
IDS = ("national_id", "old_id", "tax_code", "insurance_no")


def plain(text):
    marked = unicodedata.normalize("NFD", text)
    return "".join(c for c in marked if not unicodedata.combining(c)).replace("đ", "d").replace("Đ", "D").lower()


def tables():
    return [pd.read_csv(prepared / f"{name}.csv", dtype=str).assign(source=name) for name in SOURCES]


def standardised(frames):
    all_records = pd.concat(frames, ignore_index=True)
    all_records["unique_id"] = all_records.source + ":" + all_records.record_id
    all_records["name"] = all_records.full_name.fillna("").map(plain).replace("", None)
    words = all_records.name.fillna("").str.split()
    all_records["surname"], all_records["given"] = words.str[0], words.str[-1]
    all_records["year"] = all_records.birth_date.str[:4]
    all_records["dob"] = all_records.birth_date.where(all_records.birth_date.str.len() == 10)
    all_records["cc"] = all_records.commune
    address = all_records.address.fillna("").map(plain).str.replace(r",.*", "", regex=True)
    all_records["addr"] = address.replace("", None)
    kept = ["unique_id", "source", "name", "surname", "given", "dob", "year", "sex", *IDS, "phone", "cc", "addr"]
    return all_records[kept].astype(object).where(all_records[kept].notna(), None)


def rules():
    ids = [block_on(name) for name in IDS]
    if setup == "tight":
        return ids + [
            block_on("phone", "given"),
            block_on("name", "dob"),
            block_on("name", "year", "cc"),
            block_on("dob", "given", "cc"),
            block_on("dob", "surname", "given"),
            block_on("name", "addr", "cc"),
        ]
    return ids + [
        block_on("phone"),
        block_on("name", "year"),
        block_on("surname", "given", "year", "sex"),
        block_on("given", "dob"),
        block_on("surname", "given", "addr"),
        block_on("name", "cc"),
    ]


def levels(name, *own):
    return library.CustomComparison(
        output_column_name=name, comparison_levels=[level.NullLevel(name), *own, level.ElseLevel()]
    )


def lean():
    exact = level.ExactMatchLevel
    return [
        levels(
            "name",
            exact("name", term_frequency_adjustments=True),
            level.JaroWinklerLevel("name", 0.95),
            level.And(exact("given"), exact("surname")),
            level.JaroWinklerLevel("name", 0.88),
        ),
        levels("year", exact("dob"), level.DamerauLevenshteinLevel("dob", 1), exact("year")),
        library.ExactMatch("sex"),
        levels("national_id", exact("national_id"), level.DamerauLevenshteinLevel("national_id", 2)),
        *(library.ExactMatch(name) for name in (*IDS[1:], "phone")),
        library.ExactMatch("cc").configure(term_frequency_adjustments=True),
        levels("addr", exact("addr", term_frequency_adjustments=True), level.JaroWinklerLevel("addr", 0.9)),
    ]


def of_the_library():
    return [
        library.NameComparison("name").configure(term_frequency_adjustments=True),
        library.DateOfBirthComparison("dob", input_is_string=True),
        library.ExactMatch("sex"),
        *(library.DamerauLevenshteinAtThresholds(name, [1, 2]) for name in (*IDS, "phone")),
        library.ExactMatch("cc").configure(term_frequency_adjustments=True),
        library.JaroWinklerAtThresholds("addr", [0.92, 0.8]).configure(term_frequency_adjustments=True),
    ]


def main():
    begun = time.time()
    frames = tables()
    read = time.time()
    records = standardised(frames)
    ready = time.time()
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=rules(),
        comparisons=of_the_library() if setup == "library" else lean(),
    )
    database = DuckDBAPI(duckdb.connect())
    if hasattr(database, "register"):  # from Splink 5 on
        linker = Linker(database.register(records), settings)
    else:
        linker = Linker(records, settings, db_api=database)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("national_id"), block_on("name", "dob", "cc")], recall=0.7
    )
    training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in (block_on("name", "dob"), block_on("national_id"), block_on("phone", "given")):
        training.estimate_parameters_using_expectation_maximisation(rule)
    predicted = linker.inference.predict(threshold_match_probability=0.01)
    clusters = {
        threshold: linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold)
        for threshold in (THRESHOLDS if setup == "library" else THRESHOLDS[1:2])
    }
    done = time.time()
    print(
        f"{setup}: {read - begun:.1f} s reading, {ready - read:.1f} s standardising, {done - ready:.1f} s linking",
        flush=True,
    )
    out.mkdir(parents=True, exist_ok=True)
    for threshold in THRESHOLDS:
        made = clusters.get(threshold) or linker.clustering.cluster_pairwise_predictions_at_threshold(
            predicted, threshold
        )
        table = made.as_pandas_dataframe()
        table[["source", "id"]] = table.unique_id.str.split(":", n=1, expand=True)
        table[["cluster_id", "source", "id"]].to_csv(out / f"clusters_{threshold}.csv", index=False)


main()
