#!/usr/bin/env python3
"""Other libraries at the tasks of `analysis.py`, each timed in a process of its own.

    rivals.py LIBRARY TASK PLACE     prints the median seconds and a number to compare

PLACE is a graph as `make_graph.py` writes it (simple.bin), or, for the tasks that begin with files, a
folder with nodes.tsv and edges.tsv. Building the library's graph is not timed unless the task is to
load; imports never are.
"""
import heapq
import itertools
import json
import math
import statistics
import sys
import time

import numpy as np

# What a certainty is worth, speculative to established, as the graph's edges have it.
SCORES = np.array([0, .2, .4, .7, .9])


class Graph:
    """Arrays of ends, and what the timed programs of both sides are asked."""

    def __init__(self, path):
        data = np.fromfile(path, np.int32)
        self.n, self.m = int(data[0]), int(data[1])
        self.s, self.t = data[2:2 + self.m], data[2 + self.m:]
        self.sample = list(range(0, self.n, max(1, self.n // 256)))[:256]

    @property
    def distances(self):
        row = np.arange(self.m, dtype=np.uint64)
        certainty = (row * np.uint64(2654435761) >> np.uint64(7) & np.uint64(3)).astype(int) + 1
        return -np.log(SCORES[certainty])

    def pairs(self, count):
        for i in range(count):
            a, b = (i * 7919 + 13) % self.n, (i * 104729 + 977) % self.n
            if a != b:
                yield a, b


def igraph(g):
    import igraph as ig
    graph = ig.Graph(g.n, np.column_stack((g.s, g.t)), directed=True)
    pairs = (g.n - 1) * (g.n - 2)
    return {
        "pagerank": lambda: max(graph.pagerank()),
        "components": lambda: len(graph.connected_components("weak")),
        "strong": lambda: len(graph.connected_components("strong")),
        "authorities": lambda: (lambda a: max(a) / sum(a))(graph.authority_score()),
        "harmonic-256": lambda: max(graph.harmonic_centrality(g.sample, mode="in")),
        "betweenness-256": lambda: max(graph.betweenness(sources=g.sample)),
        "harmonic": lambda: max(graph.harmonic_centrality(mode="in", normalized=False)),
        "betweenness": lambda: max(graph.betweenness()) / pairs,
        "betweenness-weighted": lambda: max(graph.betweenness(weights=g.distances)) / pairs,
        "edgebetweenness": lambda: max(graph.edge_betweenness()) / (g.n * (g.n - 1)),
    }


def scipy(g):
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components, dijkstra
    from scipy.sparse.linalg import eigsh
    a = csr_array((np.ones(g.m), (g.s, g.t)), (g.n, g.n))
    both = csr_array(a + a.T)

    def pagerank():
        out = np.asarray(a.sum(axis=1)).ravel()
        share = np.divide(1, out, out=np.zeros(g.n), where=out > 0)
        into = csr_array(a.T)
        x = np.full(g.n, 1 / g.n)
        while True:
            new = .85 * (into @ (x * share) + x[out == 0].sum() / g.n) + .15 / g.n
            if np.abs(new - x).sum() < 1e-10:
                return float(new.max())
            x = new

    def nearness():
        lengths = csr_array((g.distances, (g.s, g.t)), (g.n, g.n))
        found = dijkstra(lengths, True, indices=g.sample[:20])
        return float(np.isfinite(found).sum())

    return {
        "pagerank": pagerank,
        "components": lambda: connected_components(a, True, "weak")[0],
        "strong": lambda: connected_components(a, True, "strong")[0],
        "eigenvector-undirected": lambda: float(
            np.abs(eigsh(both, 1, which="LA", v0=np.ones(g.n), tol=1e-10)[1]).max()),
        "harmonic-weighted-20": nearness,
    }


def networkit(g):
    import networkit as nk
    graph = nk.GraphFromCoo((g.s, g.t), n=g.n, directed=True)
    undirected = nk.graphtools.toUndirected(graph)

    def paths():
        total = 0
        for a, b in g.pairs(1000):
            search = nk.distance.BidirectionalBFS(undirected, a, b)
            search.run()
            hops = search.getDistance()
            total += hops if hops < g.n else 0
        return total

    def pagerank():
        run = nk.centrality.PageRank(graph, .85, 1e-10)
        return max(run.run().scores())

    def components():
        run = nk.components.ConnectedComponents(undirected)
        return run.run().numberOfComponents()

    return {"paths": paths, "pagerank": pagerank, "components": components}


def scikit_network(g):
    from scipy.sparse import csr_matrix
    from sknetwork.ranking import HITS
    a = csr_matrix((np.ones(g.m), (g.s, g.t)), (g.n, g.n))

    def authorities():
        scores = HITS().fit(a).scores_col_
        return float(scores.max() / scores.sum())

    return {"authorities": authorities}


def rustworkx(g):
    import rustworkx as rx
    graph = rx.PyDiGraph(multigraph=False)
    graph.add_nodes_from(range(g.n))
    graph.add_edges_from_no_data(list(zip(g.s.tolist(), g.t.tolist())))
    undirected = graph.to_undirected(multigraph=False)
    return {
        "components": lambda: rx.number_weakly_connected_components(graph),
        "betweenness": lambda: max(rx.betweenness_centrality(graph).values()),
        "simplepaths": lambda: sum(
            len(path) - 1 for a, b in g.pairs(20)
            for path in rx.all_simple_paths(undirected, a, b, cutoff=5)),  # in nodes
    }


def networkx(g):
    import networkx as nx
    graph = nx.Graph()
    graph.add_nodes_from(range(g.n))
    graph.add_edges_from(zip(g.s.tolist(), g.t.tolist()))

    def yen():
        total = 0
        for a, b in g.pairs(20):
            try:
                total += sum(len(p) - 1 for p in itertools.islice(
                    nx.shortest_simple_paths(graph, a, b), 10))
            except nx.NetworkXNoPath:
                pass
        return total

    return {"yen": yen}


def graph_tool(g):
    import graph_tool.all as gt
    graph = gt.Graph(directed=True)
    graph.add_vertex(g.n)
    graph.add_edge_list(np.column_stack((g.s, g.t)))
    pairs = (g.n - 1) * (g.n - 2)

    def weighted():
        weight = graph.new_edge_property("double")
        weight.a = g.distances
        return float(gt.betweenness(graph, weight=weight)[0].a.max())

    return {
        "pagerank": lambda: float(gt.pagerank(graph, epsilon=1e-10).a.max()),
        "betweenness": lambda: float(gt.betweenness(graph)[0].a.max()),
        "betweenness-weighted": weighted,
        "edgebetweenness": lambda: float(gt.betweenness(graph)[1].a.max()),
        "betweenness-256": lambda: float(
            gt.betweenness(graph, pivots=g.sample, norm=False)[0].a.max()) / pairs,
        "katz": lambda: (lambda x: float(x.max() / math.sqrt((x * x).sum())))(
            gt.katz(graph, alpha=.005, epsilon=1e-10).a),
    }


def read_columns(folder, library):
    """The columns of both tables, and the ends of the edges as numbers of nodes."""
    if library == "polars":
        import polars as pl
        read = lambda name: pl.read_csv(
            f"{folder}/{name}", separator="\t", quote_char=None, infer_schema_length=0)
        nodes, edges = read("nodes.tsv"), read("edges.tsv")
        number = pl.DataFrame({"id": nodes["id"], "n": np.arange(len(nodes), dtype=np.int32)})
        end = lambda side: edges.select(pl.col(side).alias("id")).join(
            number, on="id", how="left", maintain_order="left")["n"].to_numpy()
        return nodes, edges, end("subject"), end("object")
    import pyarrow as pa
    import pyarrow.compute as pc
    from pyarrow import csv

    def read(name):
        with open(f"{folder}/{name}") as file:
            columns = file.readline().rstrip("\n").split("\t")
        return csv.read_csv(
            f"{folder}/{name}", parse_options=csv.ParseOptions(delimiter="\t", quote_char=False),
            convert_options=csv.ConvertOptions(column_types={c: pa.string() for c in columns}))

    nodes, edges = read("nodes.tsv"), read("edges.tsv")
    ids = nodes["id"].combine_chunks()
    end = lambda side: np.asarray(pc.index_in(edges[side], ids))
    return nodes, edges, end("subject"), end("object")


def load(folder, library):
    from scipy.sparse import csr_array

    def run():
        nodes, edges, s, t = read_columns(folder, library)
        n, ones = len(nodes), np.ones(len(edges), np.int8)
        out = csr_array((ones, (s, t)), (n, n))
        into = csr_array((ones, (t, s)), (n, n))
        assert out.nnz == into.nnz
        return len(edges)

    return {"load": run}


def answer(folder):
    """From the files to the names of the twenty greatest."""
    import igraph as ig

    def run():
        nodes, edges, s, t = read_columns(folder, "pyarrow")
        graph = ig.Graph(len(nodes), np.column_stack((s, t)), directed=True)
        ranks = graph.pagerank()
        names = nodes["name"].to_pylist()
        top = heapq.nlargest(20, range(len(ranks)), ranks.__getitem__)
        return [(names[i], ranks[i]) for i in top][0][1]

    return {"answer-pagerank": run}


def main():
    library, task, place = sys.argv[1:4]
    if task == "load":
        tasks = load(place, library)
    elif task.startswith("answer"):
        tasks = answer(place)
    else:
        tasks = globals()[library](Graph(place))
    times = []
    while True:
        start = time.perf_counter()
        found = tasks[task]()
        times.append(time.perf_counter() - start)
        if len(times) == 3 or sum(times) > 40:
            break
    print(json.dumps([statistics.median(times), float(found)]))


main()
