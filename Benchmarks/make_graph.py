#!/usr/bin/env python3
"""Writes a random graph whose degrees follow a power law, for the timings of analyses.

    make_graph.py NODES EDGES simple.bin [FOLDER]

The file holds 32-bit numbers: how many nodes, how many edges, the subject of every edge, the object
of every edge. No edge is there twice, and none is a loop. With a folder, the same graph is written
there as KGX tables (nodes.tsv, edges.tsv), with names, categories, levels of knowledge and
publications as published graphs have them. The same arguments give the same bytes.
"""
import os
import sys

import numpy as np

CATEGORIES = ["Gene", "Disease", "PhenotypicFeature", "ChemicalEntity", "Food", "ExposureEvent"]
PREFIXES = ["NCBIGene", "MONDO", "HP", "CHEBI", "FOODON", "ECTO"]
PREDICATES = ["related_to", "causes", "contributes_to", "associated_with", "has_phenotype",
              "affects", "correlated_with", "treats"]
WORDS = ("acid acute barrier chronic common deficiency enzyme factor familial growth immune "
         "injury kinase liver membrane muscle nerve plasma protein receptor renal response "
         "severe signal skin stress syndrome tissue type vascular").split()


def draw_edges(nodes, edges, random):
    """The subject and the object of every edge, in ascending order."""
    weight = np.arange(1, nodes + 1) ** -0.7
    cumulative = np.cumsum(weight) / weight.sum()
    popularity = [random.permutation(nodes) for _ in range(2)]

    def draw(side, count):
        return popularity[side][
            np.searchsorted(cumulative, random.random(count)).clip(0, nodes - 1)]

    keys = np.empty(0, np.int64)
    while len(keys) < edges:
        subjects, objects = draw(0, edges), draw(1, edges)
        new = (subjects * nodes + objects)[subjects != objects]
        keys = np.unique(np.concatenate([keys, new]))
    keys = np.sort(random.choice(keys, edges, replace=False))
    return keys // nodes, keys % nodes


def write_tables(folder, nodes, subjects, objects, random):
    os.makedirs(folder, exist_ok=True)
    kinds = random.integers(0, len(CATEGORIES), nodes)
    words = random.integers(0, len(WORDS), (nodes, 3))
    ids = [f"{PREFIXES[kind]}:{number:07d}" for number, kind in enumerate(kinds)]
    with open(f"{folder}/nodes.tsv", "w") as file:
        file.write("id\tcategory\tname\n")
        for number, (kind, (a, b, c)) in enumerate(zip(kinds, words)):
            file.write(f"{ids[number]}\tbiolink:{CATEGORIES[kind]}\t"
                       f"{WORDS[a]} {WORDS[b]} {WORDS[c]} {number}\n")
    levels = [("knowledge_assertion", "manual_agent"), ("prediction", "computational_model"),
              ("statistical_association", "data_analysis_pipeline"),
              ("not_provided", "not_provided")]
    with open(f"{folder}/edges.tsv", "w") as file:
        file.write("id\tsubject\tpredicate\tobject\tknowledge_level\tagent_type\tpublications\n")
        for start in range(0, len(subjects), 500_000):
            part = slice(start, min(start + 500_000, len(subjects)))
            count = part.stop - part.start
            predicate = random.integers(0, len(PREDICATES), count)
            level = random.integers(0, len(levels), count)
            works = np.where(random.random(count) < 1 / 3, random.integers(1, 4, count), 0)
            numbers = random.integers(1_000_000, 39_000_000, (count, 3))
            for i in range(count):
                cited = "|".join(f"PMID:{n}" for n in numbers[i][:works[i]])
                knowledge, agent = levels[level[i]]
                file.write(
                    f"urn:edge:{start + i}\t{ids[subjects[start + i]]}\t"
                    f"biolink:{PREDICATES[predicate[i]]}\t{ids[objects[start + i]]}\t{knowledge}\t"
                    f"{agent}\t{cited}\n")


def main():
    nodes, edges, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    random = np.random.Generator(np.random.PCG64(20230517))
    subjects, objects = draw_edges(nodes, edges, random)
    with open(path, "wb") as file:
        for column in (np.array([nodes, edges]), subjects, objects):
            column.astype(np.int32).tofile(file)
    if len(sys.argv) > 4:
        write_tables(sys.argv[4], nodes, subjects, objects, random)


main()
