"""Writes a made-up ontology of the size and shape of Mondo, as OBO and as OBO Graphs JSON.

    python3 make_ontology.py FOLDER [TERMS]

The same call writes the same bytes. No term is a real one.
"""

import json
import random
import sys

PARTS = (
    "acute chronic familial juvenile late-onset primary secondary recurrent idiopathic autosomal "
    "dominant recessive congenital acquired diffuse focal bilateral hereditary X-linked systemic"
).split()
SITES = (
    "oesophageal gastric hepatic renal cardiac cerebral pulmonary retinal cutaneous muscular "
    "skeletal vascular thyroid adrenal pancreatic splenic intestinal neural dermal ocular"
).split()
KINDS = (
    "anaemia dystrophy neuropathy carcinoma tumour haemorrhage dysplasia syndrome disorder "
    "disease deficiency inflammation oedema atrophy sclerosis fibrosis stenosis ischaemia"
).split()
BASE = "http://purl.obolibrary.org/obo/"


def terms(count):
    chance = random.Random(3)
    for number in range(count):
        name = f"{chance.choice(PARTS)} {chance.choice(SITES)} {chance.choice(KINDS)} type {number}"
        synonyms = []
        for copy in range(3 + (number % 3 == 0)):
            scope = chance.choice(["EXACT", "EXACT", "RELATED", "NARROW"])
            words = [chance.choice(SITES), chance.choice(KINDS), chance.choice(PARTS)]
            synonyms.append((f"{' '.join(words)} {number}-{copy}", scope))
        yield {
            "number": number,
            "name": name,
            "synonyms": synonyms,
            "definition": f"A {name} that is described here \"at length\": "
            + " ".join(chance.choice(SITES + KINDS + PARTS) for _ in range(30)) + ".",
            "xrefs": [f"MESH:D{number:06}", f"UMLS:C{number:07}", f"DOID:{number}"],
            "parents": [chance.randrange(number)] if number else [],
            "obsolete": number % 50 == 49,
        }


def obo(records, out):
    out.write("format-version: 1.4\nontology: made-up\n")
    for record in records:
        definition = record["definition"].replace('"', '\\"')
        out.write(f"\n[Term]\nid: MONDO:{record['number']:07}\n")
        out.write("name: " + ("obsolete " if record["obsolete"] else "") + record["name"] + "\n")
        out.write(f'def: "{definition}" [https://example.org/source]\n')
        for text, scope in record["synonyms"]:
            out.write(f'synonym: "{text}" {scope} [DOID:{record["number"]}]\n')
        for xref in record["xrefs"]:
            out.write(f'xref: {xref} {{source="MONDO:equivalentTo"}}\n')
        for parent in record["parents"]:
            out.write(f"is_a: MONDO:{parent:07} ! parent\n")
        if record["obsolete"]:
            out.write(f"is_obsolete: true\nreplaced_by: MONDO:{record['number'] - 1:07}\n")


def node(record):
    meta = {
        "definition": {"val": record["definition"], "xrefs": ["https://example.org/source"]},
        "synonyms": [
            {"pred": f"has{scope.capitalize()}Synonym", "val": text, "xrefs": []}
            for text, scope in record["synonyms"]
        ],
        "xrefs": [{"val": xref} for xref in record["xrefs"]],
    }
    if record["obsolete"]:
        meta["deprecated"] = True
    return {
        "id": f"{BASE}MONDO_{record['number']:07}",
        "lbl": ("obsolete " if record["obsolete"] else "") + record["name"],
        "type": "CLASS",
        "meta": meta,
    }


def main():
    folder = sys.argv[1]
    records = list(terms(int(sys.argv[2]) if len(sys.argv) > 2 else 30_000))
    with open(f"{folder}/ontology.obo", "w", encoding="utf-8") as out:
        obo(records, out)
    edges = [
        {"sub": f"{BASE}MONDO_{r['number']:07}", "pred": "is_a", "obj": f"{BASE}MONDO_{p:07}"}
        for r in records
        for p in r["parents"]
    ]
    with open(f"{folder}/ontology.json", "w", encoding="utf-8") as out:
        graph = {"id": f"{BASE}made-up.json", "nodes": [node(r) for r in records], "edges": edges}
        json.dump({"graphs": [graph]}, out, indent=2)


main()
