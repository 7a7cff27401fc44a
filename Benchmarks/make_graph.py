#!/usr/bin/env python3
"""Writes a random graph whose degrees follow a power law, for the timings of analyses.

    make_graph.py NODES EDGES simple.bin

The file holds 32-bit numbers: how many nodes, how many edges, the subject of every edge, the object
of every edge. No edge is there twice, and none is a loop. The same arguments give the same bytes.
"""
import sys

import numpy as np

nodes, edges, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
random = np.random.Generator(np.random.PCG64(20230517))
weight = np.arange(1, nodes + 1) ** -0.7
cumulative = np.cumsum(weight) / weight.sum()
popularity = [random.permutation(nodes) for _ in range(2)]


def draw(side, count):
    return popularity[side][np.searchsorted(cumulative, random.random(count)).clip(0, nodes - 1)]


keys = np.empty(0, np.int64)
while len(keys) < edges:
    subjects, objects = draw(0, edges), draw(1, edges)
    new = (subjects * nodes + objects)[subjects != objects]
    keys = np.unique(np.concatenate([keys, new]))
keys = np.sort(random.choice(keys, edges, replace=False))
with open(path, "wb") as file:
    for column in (np.array([nodes, edges]), keys // nodes, keys % nodes):
        column.astype(np.int32).tofile(file)
