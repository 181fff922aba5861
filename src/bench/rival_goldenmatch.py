"""GoldenMatch on a configuration of `link`, without configuration of its own: rival_goldenmatch.py CONFIG.yml TRUTH.csv.

Prints pairwise precision, recall and F1 of `dedupe_df` alone and with `auto_configure_probabilistic_df`. Where the mode
is link only pairs between the inputs count. Needs goldenmatch 3, polars and pyyaml.
"""
import collections
import logging
import pathlib
import sys
import time

import goldenmatch
import polars
import yaml

logging.disable(logging.WARNING)
config = pathlib.Path(sys.argv[1])
asked = yaml.safe_load(config.read_text(encoding="utf-8"))
truth = polars.read_csv(sys.argv[2], infer_schema_length=0).select("source", "record_id", "person_id")
person_of = {(source, record): person for source, record, person in truth.iter_rows()}


def table(source):
    read = polars.read_csv(config.parent / source["file"], infer_schema_length=0)
    fields = [polars.col(field["name"]) for field in asked["fields"] if field["name"] in read.columns]
    return read.select(polars.lit(source["name"]).alias("source"), polars.col(source["id"]).alias("record"), *fields)


def pairs(groups):
    """How many pairs the groups hold, each a list of its records' sources."""
    count = 0
    for sources in groups:
        count += len(sources) * (len(sources) - 1) // 2
        if asked["mode"] == "link":
            count -= sum(own * (own - 1) // 2 for own in collections.Counter(sources).values())
    return count


def measured(keys, cluster_of):
    grouped = [collections.defaultdict(list) for _ in range(3)]
    for key, cluster in zip(keys, cluster_of):
        if key in person_of:
            for groups, by in zip(grouped, (cluster, person_of[key], (cluster, person_of[key]))):
                groups[by].append(key[0])
    joined, true, right = (pairs(groups.values()) for groups in grouped)
    return right / max(joined, 1), right / true, 2 * right / (joined + true)


def main():
    records = polars.concat([table(source) for source in asked["inputs"]], how="diagonal")
    keys = list(zip(records["source"], records["record"]))
    data = records.drop("source", "record")
    for setup, learn in (("alone", lambda _: None), ("probabilistic", goldenmatch.auto_configure_probabilistic_df)):
        begun = time.time()
        found = goldenmatch.dedupe_df(data, config=learn(data), confidence_required=False, allow_red_config=True)
        cluster_of = [("single", row) for row in range(len(keys))]
        for name, cluster in found.clusters.items():
            for row in cluster["members"]:
                cluster_of[row] = ("cluster", name)
        figures = "precision %.4f recall %.4f F1 %.4f" % measured(keys, cluster_of)
        print(f"{config.stem} {setup}: {figures} {time.time() - begun:.0f} s", flush=True)


main()
