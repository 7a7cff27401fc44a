#!/usr/bin/env python3
"""Check the tables of KGX and KGX JSON Lines with the package kgx and with pandas.

    check_kgx.py ETIOGRAPH FILE.kgx.json

Writes the graph as both and reads them with kgx, as its users would: the same nodes and edges as in
the KGX JSON, with the same names, categories, predicates, certainty and sentences. Pandas reads the
same cells from the tables.
"""
import json
import logging
import pathlib
import subprocess
import sys
import tempfile

import offline  # noqa: F401  (first of all: no check may reach the network)
from report import Report

import bmt.toolkit
import importlib.util
import pandas

# kgx fetches the Biolink Model and its prefixes when it is imported; both are installed here.
FOLDER = pathlib.Path(importlib.util.find_spec("biolink_model").submodule_search_locations[0])
TOOLKIT = bmt.toolkit.Toolkit.__init__
bmt.toolkit.Toolkit.__init__ = lambda self, *_, **__: TOOLKIT(
    self, str(FOLDER / "schema" / "biolink_model.yaml"), {"predicate mappings": []})
import kgx.prefix_manager  # noqa: E402

kgx.prefix_manager.get_jsonld_context = lambda *_, **__: {
    "biolink": "https://w3id.org/biolink/vocab/"}
from kgx.transformer import Transformer  # noqa: E402


def plain(text):
    """A text as kgx keeps it: it takes line breaks and tabs for blanks."""
    return text.replace("\n", " ").replace("\t", " ")


def check_pair(report, prefix, form, data):
    transformer = Transformer()
    transformer.transform(
        {"filename": [f"{prefix}_nodes.{form}", f"{prefix}_edges.{form}"], "format": form})
    graph = transformer.store.graph
    nodes = dict(graph.nodes(data=True))
    edges = {edge["id"]: edge for _, _, _, edge in graph.edges(data=True, keys=True)}
    # kgx keeps one edge of those that share subject, predicate and object.
    triples = {(e["subject"], e["predicate"], e["object"]) for e in data["edges"]}
    report.same(nodes, [node["id"] for node in data["nodes"]], f"{form}: the nodes")
    report.equal(len(edges), len(triples), f"{form}: the number of edges")
    for node in data["nodes"]:
        found = nodes.get(node["id"], {})
        report.equal(
            found.get("name"), plain(node["name"]), f"{form}: the name of {node['id']}")
        report.equal(
            found.get("category"), sorted(node["category"]),
            f"{form}: the categories of {node['id']}")
        if not any("|" in name or '"' in name for name in node.get("synonym", [])):
            report.same(
                found.get("synonym") or [], map(plain, node.get("synonym", [])),
                f"{form}: the synonyms of {node['id']}")
    for edge in data["edges"]:
        found = edges.get(edge["id"])
        if found is None:
            continue
        keys = ["subject", "predicate", "object", "knowledge_level"]
        # Left out where no edge is more or less certain than its knowledge level says.
        for key in keys + ["certainty"] * ("certainty" in found):
            report.equal(found.get(key), edge.get(key), f"{form}: {key} of {edge['id']}")
        report.equal(
            bool(found.get("negated", False)), edge.get("negated", False),
            f"{form}: whether {edge['id']} is denied")
        report.same(
            found.get("publications") or [], edge.get("publications", []),
            f"{form}: the works behind {edge['id']}")
        pieces = found.get("etiograph_evidence")
        if pieces is not None:
            pieces = json.loads(pieces) if isinstance(pieces, str) else pieces
            report.equal(
                [piece.get("hedge") for piece in pieces],
                [piece.get("hedge") for piece in edge["evidence"]],
                f"{form}: the hedges of {edge['id']}")


def check_pandas(report, prefix, data):
    for part in ["nodes", "edges"]:
        # As kgx reads it: nothing is quoted.
        table = pandas.read_csv(
            f"{prefix}_{part}.tsv", sep="\t", dtype=str, quoting=3, keep_default_na=False)
        report.equal(list(table["id"]), [row["id"] for row in data[part]], f"pandas: {part}")
        lines = pandas.read_json(f"{prefix}_{part}.jsonl", lines=True, dtype=False)
        report.equal(list(lines["id"]), [row["id"] for row in data[part]], f"pandas: {part} (JSON)")


def main():
    etiograph, file = sys.argv[1:]
    logging.disable(logging.CRITICAL)
    report = Report(f"KGX of {file}")
    with open(file, encoding="utf-8") as text:
        data = json.load(text)
    with tempfile.TemporaryDirectory() as folder:
        prefix = f"{folder}/kg"
        for form in ["kgx-tsv", "kgx-jsonl"]:
            subprocess.run(
                [etiograph, "export", "-q", "-g", file, "--format", form, "-o", prefix], check=True)
        for form in ["tsv", "jsonl"]:
            check_pair(report, prefix, form, data)
        check_pandas(report, prefix, data)
    report.finish()


if __name__ == "__main__":
    main()
