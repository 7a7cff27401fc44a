#!/usr/bin/env python3
"""Check a JSON-LD export with three other people's processors, without a network.

    check_jsonld.py FILE.jsonld FILE.kgx.json

PyLD, rdflib and pyoxigraph must make the same triples of it, with no blank node and absolute IRIs
only; every node and edge of the KGX JSON must be there under its own identifier; and a plain
triple must stand only for what an association asserts.
"""
import json
import os
import re
import sys
from collections import Counter

import offline  # noqa: F401  (first: nothing below may connect)
import pyoxigraph
import rdflib
from pyld import jsonld

from report import Report

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
BIOLINK = "https://w3id.org/biolink/vocab/"
ETIO = "https://example.org/etiograph/ns#"
ABSOLUTE = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+$")

# A term is ("iri", text), ("blank", text) or ("literal", text, datatype, language).


def literal(text, datatype, language):
    if language:
        return ("literal", text, RDF + "langString", language.lower())
    return ("literal", text, datatype or XSD + "string", None)


def with_pyld(data):
    def refuse(url, options):
        raise offline.NetworkUsed(url)

    def term(value):
        if value["type"] == "IRI":
            return ("iri", value["value"])
        if value["type"] == "blank node":
            return ("blank", value["value"])
        return literal(value["value"], value.get("datatype"), value.get("language"))

    dataset = jsonld.to_rdf(json.loads(data), {"documentLoader": refuse})
    return {
        (graph, term(t["subject"]), term(t["predicate"]), term(t["object"]))
        for graph, triples in dataset.items() for t in triples}


def with_rdflib(data):
    def term(value):
        if isinstance(value, rdflib.URIRef):
            return ("iri", str(value))
        if isinstance(value, rdflib.BNode):
            return ("blank", str(value))
        return literal(str(value), value.datatype and str(value.datatype), value.language)

    dataset = rdflib.Dataset()
    dataset.parse(data=data, format="json-ld")
    default = dataset.default_graph.identifier
    return {
        ("@default" if g in (None, default) else str(g), term(s), term(p), term(o))
        for s, p, o, g in dataset.quads()}


def with_pyoxigraph(data):
    def term(value):
        if isinstance(value, pyoxigraph.NamedNode):
            return ("iri", value.value)
        if isinstance(value, pyoxigraph.BlankNode):
            return ("blank", value.value)
        return literal(value.value, value.datatype.value, value.language)

    return {
        ("@default" if isinstance(q.graph_name, pyoxigraph.DefaultGraph) else str(q.graph_name),
         term(q.subject), term(q.predicate), term(q.object))
        for q in pyoxigraph.parse(data, pyoxigraph.RdfFormat.JSON_LD)}


def check_triples(report, data):
    read = {}
    readers = {"PyLD": with_pyld, "rdflib": with_rdflib, "pyoxigraph": with_pyoxigraph}
    for name, reader in readers.items():
        try:
            read[name] = reader(data)
            report.check(True, f"{name} reads the file")
        except Exception as error:  # noqa: BLE001  (whatever it is, it is the finding)
            report.check(False, f"{name} reads the file", f"{type(error).__name__}: {error}")
    for name in ("rdflib", "pyoxigraph"):
        if name in read and "PyLD" in read:
            report.same(read[name], read["PyLD"], f"{name} and PyLD make the same triples")
    quads = read.get("PyLD") or read.get("pyoxigraph") or set()
    report.check(quads, "there are triples")
    report.same({q[0] for q in quads}, {"@default"}, "everything is in the default graph")
    terms = {t for q in quads for t in q[1:]}
    report.same({t for t in terms if t[0] == "blank"}, set(), "there are no blank nodes")
    report.same(
        {t[1] for t in terms if t[0] == "iri" and not ABSOLUTE.match(t[1])}, set(),
        "every IRI is absolute and well formed")
    return {q[1:] for q in quads}


def check_identity(report, document, triples, kgx):
    """Every node and edge of the KGX file is there, under the identifier that it has there."""
    records = document["@graph"]
    nodes = [r for r in records if "prefLabel" in r]
    edges = [r for r in records if "predicate" in r]

    def names(some):
        return sorted(r.get("identifier", r["id"]) for r in some)

    def subjects(predicate):
        return {s for s, p, o in triples if p == ("iri", predicate)}

    report.equal(names(nodes), sorted(n["id"] for n in kgx["nodes"]), "nodes as in the KGX JSON")
    report.equal(names(edges), sorted(e["id"] for e in kgx["edges"]), "edges as in the KGX JSON")
    report.equal(
        len(subjects(SKOS + "prefLabel")), len(kgx["nodes"]),
        "as many concepts among the triples as nodes")
    report.equal(
        len(subjects(RDF + "predicate")), len(kgx["edges"]),
        "as many associations among the triples as edges")
    described = []

    def collect(value):
        if isinstance(value, dict):
            if "id" in value and len(value) > 1:
                described.append(value["id"])
            for one in value.values():
                collect(one)
        elif isinstance(value, list):
            for one in value:
                collect(one)

    collect(records)
    # A cited work may be a concept as well: then both records speak of one thing.
    works = {r["id"] for r in nodes} & {r["id"] for r in records if "citation" in r}
    twice = {one for one, count in Counter(described).items() if count > 1} - works
    report.same(twice, set(), "no two records share an identifier")


def check_assertions(report, triples):
    """A plain triple stands only for an association that is asserted and not denied."""
    facts = {}
    for s, p, o in triples:
        facts.setdefault(s, {}).setdefault(p[1], set()).add(o)
    asserted, denied, uttered = set(), set(), set()
    for slots in facts.values():
        if RDF + "predicate" not in slots:
            continue
        parts = [slots.get(RDF + part, set()) for part in ("subject", "predicate", "object")]
        if not report.equal([len(part) for part in parts], [1, 1, 1], "one of each end"):
            continue
        triple = tuple(one for part in parts for one in part)
        uttered.add(triple)
        text = {key: {v[1] for v in some} for key, some in slots.items()}
        levels = text[BIOLINK + "knowledge_level"]
        if "true" in text[BIOLINK + "negated"]:
            denied.add(triple)
        elif (levels <= {"knowledge_assertion", "logical_entailment"}
              and text.get(ETIO + "certainty", set()) & {"established", "probable"}
              and ETIO + "counterEvidence" not in text):
            asserted.add(triple)
    report.same(
        uttered & triples, asserted - denied,
        "plain triples stand for what is asserted, and for nothing else")


def main(argv):
    if len(argv) != 2:
        sys.exit(__doc__)
    report = Report(f"check_jsonld {os.path.basename(argv[0])}")
    with open(argv[0], encoding="utf-8") as handle:
        data = handle.read()
    with open(argv[1], encoding="utf-8") as handle:
        kgx = json.load(handle)
    document = json.loads(data)
    report.check(isinstance(document["@context"], dict), "the context stands in the document")
    triples = check_triples(report, data)
    check_identity(report, document, triples, kgx)
    check_assertions(report, triples)
    report.finish()


if __name__ == "__main__":
    main(sys.argv[1:])
