#!/usr/bin/env python3
"""Check an SVG export.

    check_svg.py FILE.svg FILE.jsonld

It must be well-formed XML without a document type, with unique ids; every node and edge of the
JSON-LD must be an element with the same id, a role or a link, and a spoken label; nothing in it
may run, and links may only lead to http, https and mailto.
"""
import json
import os
import re
import sys
import xml.etree.ElementTree as tree
from xml.parsers import expat

from report import Report

SVG = "{http://www.w3.org/2000/svg}"
LINK = re.compile(r"^(https?://|mailto:)", re.I)
# What XML cannot hold, white space, and what may stand in its place.
UNREADABLE = re.compile("[\x00-\x20\x7f-\x9f\\s\ufffd-\uffff]")


def document_type(data):
    found = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *rest: found.append(rest)
    parser.EntityDeclHandler = lambda *rest: found.append(rest)
    parser.Parse(data, True)
    return found


def check_safety(report, root):
    links, running = [], []
    for element in root.iter():
        if element.tag.replace(SVG, "") in ("script", "foreignObject", "iframe", "object"):
            running.append(element.tag)
        for name, value in element.attrib.items():
            local = name.rpartition("}")[2].lower()
            if local.startswith("on"):
                running.append(name)
            if local == "href" and not value.startswith("#"):
                links.append(value)
            if local != "href" and "url(" in value and not re.match(r"^url\(#", value):
                links.append(value)
        if element.tag == SVG + "style":
            running += re.findall(r"@import|url\((?!['\"]?#)|expression\(", element.text or "")
    report.same(running, [], "nothing in it runs")
    report.same([one for one in links if not LINK.match(one)], [], "links are http, https, mailto")


def check_elements(report, root, linked):
    ids = {}
    twice = []
    for element in root.iter():
        one = element.get("id")
        if one is None:
            continue
        if one in ids:
            twice.append(one)
        ids[one] = element
    report.same(twice, [], "ids are unique")
    records = [r for r in linked["@graph"] if "prefLabel" in r or "predicate" in r]
    # Where an identifier can be no IRI, the JSON-LD has both; either will do.
    known = {r["id"]: ids.get(r["id"], ids.get(r.get("identifier"))) for r in records}
    report.same([one for one, element in known.items() if element is None], [],
                "every node and edge has its element")
    known = {one: element for one, element in known.items() if element is not None}
    report.same(
        [one for one, e in known.items()
         if not (e.get("role") or e.tag == SVG + "a" or e.find(f".//*[@role]") is not None)],
        [], "every node and edge has a role or is a link")
    report.same(
        [one for one, e in known.items()
         if not (e.get("aria-label") or e.get("aria-labelledby")
                 or e.find(SVG + "title") is not None)],
        [], "every node and edge has a spoken label")
    text = UNREADABLE.sub("", "".join(root.itertext())).casefold()
    report.same(
        [r["prefLabel"] for r in records
         if "prefLabel" in r and len(r["prefLabel"]) < 200
         and UNREADABLE.sub("", r["prefLabel"]).casefold() not in text],
        [], "every node's name can be read")


def main(argv):
    if len(argv) != 2:
        sys.exit(__doc__)
    report = Report(f"check_svg {os.path.basename(argv[0])}")
    with open(argv[0], "rb") as handle:
        data = handle.read()
    with open(argv[1], encoding="utf-8") as handle:
        linked = json.load(handle)
    try:
        root = tree.fromstring(data)
    except tree.ParseError as error:
        report.check(False, "it is well-formed XML", str(error))
        report.finish()
    report.check(True, "it is well-formed XML")
    report.same(document_type(data), [], "it has no document type and no entities")
    report.equal(root.tag, SVG + "svg", "its root is an svg element")
    for name in ("title", "desc"):
        first = root.find(SVG + name)
        report.check(first is not None and (first.text or "").strip(), f"it has a {name}")
    report.check(root.get("role"), "the drawing has a role")
    report.check(root.get("viewBox"), "the drawing has a view box")
    check_safety(report, root)
    check_elements(report, root, linked)
    report.finish()


if __name__ == "__main__":
    main(sys.argv[1:])
