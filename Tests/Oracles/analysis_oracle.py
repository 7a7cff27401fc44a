#!/usr/bin/env python3
"""Writes what networkx says of seeded random multigraphs, for the tests of GraphAnalysis.

    python3 Tests/Oracles/analysis_oracle.py

rewrites Tests/GraphAnalysisTests/Golden/networkx.json. Needs networkx, numpy and scipy; the tests
themselves need only the file. An edge is [subject, object, certainty, kind]: certainty 0 (none
stated) to 4 (established), kind 0 causal, 1 associational, 2 hierarchical. Edges are told apart by
their place in the list.
"""

import itertools
import json
import math
import pathlib
import random

import networkx as nx
import numpy as np

SCORES = [0.5, 0.2, 0.4, 0.7, 0.9]
UNIT = 2.0**-40
GOLDEN = pathlib.Path(__file__).parent.parent / "GraphAnalysisTests" / "Golden" / "networkx.json"


def distance(certainty):
    """-ln(score) as a multiple of 2^-40, so that sums are exact and ties are ties."""
    return round(-math.log(SCORES[certainty]) / UNIT) * UNIT


def random_edges(rng, n, m, loops, parallel, parts):
    """Edges within `parts` parts of the nodes, some of them self-loops or parallel to another."""
    edges = []
    while len(edges) < m:
        certainty, kind = rng.randrange(5), rng.choice([0, 0, 0, 1, 1, 2])
        if edges and rng.random() < parallel:
            s, o = rng.choice(edges)[:2]
            if rng.random() < 0.3:
                s, o = o, s
        elif rng.random() < loops:
            s = o = rng.randrange(n)
        else:
            s, o = rng.randrange(n), rng.randrange(n)
            if s == o or s % parts != o % parts:
                continue
        edges.append([s, o, certainty, kind])
    return edges


def multigraph(n, edges, directed):
    g = nx.MultiDiGraph() if directed else nx.MultiGraph()
    g.add_nodes_from(range(n))
    for i, (s, o, certainty, _) in enumerate(edges):
        g.add_edge(s, o, key=i, strength=SCORES[certainty], distance=distance(certainty))
    return g


def summed(n, edges, directed, weighted):
    """The simple graph whose weights are the sums over parallel edges."""
    g = nx.DiGraph() if directed else nx.Graph()
    g.add_nodes_from(range(n))
    for s, o, certainty, _ in edges:
        weight = SCORES[certainty] if weighted else 1
        before = g[s][o]["weight"] if g.has_edge(s, o) else 0
        g.add_edge(s, o, weight=before + weight)
    return g


def rounded(values):
    return [float(f"{v:.12g}") for v in values]


def in_order(scores, n):
    return rounded(scores[v] for v in range(n))


def hits(g, n):
    """Hubs and authorities, or None where the leading singular value does not stand out."""
    s = np.linalg.svd(nx.to_numpy_array(g, nodelist=range(n)), compute_uv=False)
    if n < 3 or s[0] == 0 or (s[1] / s[0]) ** 2 > 0.98:
        return None
    return nx.hits(g, max_iter=100_000, tol=0, nstart=dict.fromkeys(range(n), 1.0))


def centralities(n, edges, directed, weighted):
    g = multigraph(n, edges, directed)
    simple = summed(n, edges, directed, weighted)
    strength = "strength" if weighted else None
    dist = "distance" if weighted else None
    found = []

    def add(measure, scores, normalized=True, **more):
        if scores is not None:
            found.append({
                "measure": measure, "directed": directed, "weighted": weighted,
                "normalized": normalized, "values": in_order(scores, n), **more})

    if not weighted:
        add("degree", nx.degree_centrality(g))
        if directed:
            add("in-degree", nx.in_degree_centrality(g))
            add("out-degree", nx.out_degree_centrality(g))
    add("degree", dict(g.degree(weight=strength)), False)
    if directed:
        add("in-degree", dict(g.in_degree(weight=strength)), False)
        add("out-degree", dict(g.out_degree(weight=strength)), False)
    add("closeness", nx.closeness_centrality(g, distance=dist))
    add("closeness", nx.closeness_centrality(g, distance=dist, wf_improved=False), False)
    add("harmonic", nx.harmonic_centrality(g, distance=dist))
    for normalized in (True, False):
        add("betweenness", nx.betweenness_centrality(g, weight=dist, normalized=normalized),
            normalized)
        by_edge = nx.edge_betweenness_centrality(g, weight=dist, normalized=normalized)
        by_key = {key: value for (_, _, key), value in by_edge.items()}
        found.append({
            "measure": "edge-betweenness", "directed": directed, "weighted": weighted,
            "normalized": normalized, "values": in_order(by_key, len(edges))})
    # Without weights every edge counts 1, so that parallel edges add up to their number.
    for damping, personal in ((0.85, []), (0.6, [0, n // 2])):
        chosen = {v: 1 for v in personal} or None
        add("pagerank",
            nx.pagerank(g, alpha=damping, personalization=chosen, weight=strength, tol=1e-15,
                        max_iter=10_000),
            damping=damping, personalization=personal)
    try:
        add("eigenvector",
            nx.eigenvector_centrality(simple, weight="weight", tol=1e-15, max_iter=3000))
    except nx.PowerIterationFailedConvergence:
        pass
    for normalized in (True, False):
        add("katz",
            nx.katz_centrality(simple, alpha=0.04, beta=0.7, weight="weight", tol=1e-15,
                               normalized=normalized),
            normalized)
    both = hits(simple, n)
    if both:
        add("hubs", both[0])
        add("authorities", both[1])
    return found


def canonical_cycle(nodes):
    first = nodes.index(min(nodes))
    return nodes[first:] + nodes[:first]


def structure(n, edges):
    directed, undirected = multigraph(n, edges, True), multigraph(n, edges, False)

    def sets(parts):
        return sorted(sorted(part) for part in parts)

    bridges = {frozenset(pair) for pair in nx.bridges(undirected)}
    cycles = list(itertools.islice(nx.simple_cycles(directed), 3000))
    assert len(cycles) < 3000
    return {
        "weak": sets(nx.weakly_connected_components(directed)),
        "strong": sets(nx.strongly_connected_components(directed)),
        "bridges": [
            i for i, (s, o, _, _) in enumerate(edges)
            if frozenset((s, o)) in bridges and undirected.number_of_edges(s, o) == 1],
        "cutNodes": sorted(nx.articulation_points(nx.Graph(undirected))),
        "cycles": sorted(canonical_cycle(cycle) for cycle in cycles),
    }


def walk_graph(n, edges, direction):
    """One arc for every hop that may be made: causal edges forward, others either way."""
    g = nx.MultiDiGraph()
    g.add_nodes_from(range(n))
    for i, (s, o, _, kind) in enumerate(edges):
        if kind == 0 or direction == "any":
            g.add_edge(s, o, key=i)
            if kind != 0:
                g.add_edge(o, s, key=i)
    return g


def is_in_order(nodes, via):
    places = [nodes.index(v) if v in nodes else -1 for v in via]
    return -1 not in places and places == sorted(places)


def path_questions(rng, n, edges, count):
    """Questions with their answers; most of those that have no answer are asked no further."""
    questions = []
    while len(questions) < count:
        start, end, *others = rng.sample(range(n), min(n, 6))
        direction = rng.choice(["any", "any", "causal"])
        ranking = rng.choice(["evidence", "hops"])
        bound = rng.choice([None, None, 3, 5])
        via = others[: rng.choice([0, 0, 1, 2])]
        avoid = others[3:4] if rng.random() < 0.3 else []
        g = walk_graph(n, edges, direction)
        g.remove_nodes_from(avoid)
        g.remove_edges_from(list(nx.selfloop_edges(g, keys=True)))
        paths = []
        for path in nx.all_simple_edge_paths(g, start, end, cutoff=bound):
            nodes = [start] + [hop[1] for hop in path]
            if not is_in_order(nodes, via):
                continue
            ids = [hop[2] for hop in path]
            units = sum(round(distance(edges[i][2]) / UNIT) for i in ids)
            cost = (units, len(ids)) if ranking == "evidence" else (len(ids), units)
            paths.append((cost, nodes, ids))
        if not paths and rng.random() < 0.9:
            continue
        paths.sort()
        every_node = set.intersection(*(set(p[1]) for p in paths)) if paths else set()
        every_edge = set.intersection(
            *({(p[1][i], p[2][i]) for i in range(len(p[2]))} for p in paths)) if paths else set()
        question = {
            "from": start, "to": end, "direction": direction, "ranking": ranking,
            "maxHops": bound, "via": via, "avoid": avoid, "count": len(paths),
            "best": [p[2] for p in paths[:8]],
        }
        if not via:
            question["chokeNodes"] = [
                v for v in (paths[0][1] if paths else [])
                if v in every_node and v not in (start, end)]
            question["chokeEdges"] = [
                i for v, i in (zip(paths[0][1], paths[0][2]) if paths else [])
                if (v, i) in every_edge]
        questions.append(question)
    return questions


def main():
    rng = random.Random(20230517)
    shapes = [
        # nodes, edges, share of self-loops, share of parallel edges, parts
        (2, 2, 0, 0.5, 1), (5, 7, 0.1, 0.2, 1), (7, 9, 0.1, 0.2, 2), (8, 14, 0.05, 0.3, 1),
        (9, 12, 0, 0.1, 1), (10, 20, 0.1, 0.3, 2), (10, 24, 0.05, 0.2, 1), (12, 18, 0.05, 0.2, 3),
        (13, 26, 0.05, 0.2, 1), (16, 24, 0.05, 0.1, 2),
    ]
    graphs = []
    for n, m, loops, parallel, parts in shapes:
        edges = random_edges(rng, n, m, loops, parallel, parts)
        graphs.append({
            "nodes": n,
            "edges": edges,
            "centrality": [
                entry for directed in (True, False) for weighted in (False, True)
                for entry in centralities(n, edges, directed, weighted)],
            "structure": structure(n, edges),
            "paths": path_questions(rng, n, edges, 24 if n > 2 else 3),
        })
    text = json.dumps({"networkx": nx.__version__, "graphs": graphs}, separators=(",", ":"))
    # A line for each value that holds other values: small differences make small diffs.
    text = text.replace('{"measure"', '\n{"measure"').replace('{"from"', '\n{"from"')
    GOLDEN.write_text(text.replace('{"nodes"', '\n{"nodes"') + "\n")


if __name__ == "__main__":
    main()
