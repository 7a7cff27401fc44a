#!/usr/bin/env python3
"""Compare paths and centralities with networkx, to 1e-9.

    check_analysis.py ETIOGRAPH FILE.kgx.json

ETIOGRAPH is the command. It is asked about the given graph and about seeded random multigraphs
with parallel edges, self-loops, denied statements and causal, associational and hierarchical
edges; every answer of `paths` and `centrality` as JSON is compared with what networkx says of the
same graph.
"""
import itertools
import json
import math
import os
import subprocess
import sys
import tempfile

import networkx as nx
import numpy as np

from analysis_graphs import Graph, directness, load, polarity, random_kgx
from report import Report

TOLERANCE = 1e-9
# The oracle's own iterations go on until nothing changes, so that it is the true value that the
# command is held against, not another one that was cut short alike.
ITERATIONS, CONVERGED = 20_000, 1e-15
RANDOM_GRAPHS = [(1, 2, 3), (2, 5, 8), (3, 7, 16), (4, 9, 22), (5, 14, 40), (6, 40, 120)]


class Command:
    def __init__(self, binary, path):
        self.binary, self.path = binary, path

    def ask(self, *arguments):
        """The exit code and the JSON on standard output; None where there is none."""
        name, *rest = arguments
        run = subprocess.run(
            [self.binary, name, "-q", "-g", self.path, "--output-format", "json", *rest],
            capture_output=True, check=False)
        text = run.stdout.decode()
        return run.returncode, json.loads(text) if text.strip() else None, \
            run.stderr.decode(errors="replace").strip()


def close(a, b):
    return math.isclose(a, b, rel_tol=TOLERANCE, abs_tol=TOLERANCE)


# Centrality


def hits(graph, index):
    """None where the leading singular value does not stand out: any answer is then right."""
    matrix = nx.to_numpy_array(graph)
    values = np.linalg.svd(matrix, compute_uv=False)
    if len(values) < 3 or values[0] == 0 or (values[1] / values[0]) ** 2 > 0.9:
        return None
    return nx.hits(graph, max_iter=100_000, tol=0)[index]


def eigenvector(graph):
    """None where power iteration has no leading eigenvector to find, or finds it slowly."""
    matrix = nx.to_numpy_array(graph).T + np.eye(len(graph))
    values = sorted(np.abs(np.linalg.eigvals(matrix)), reverse=True)
    if len(values) < 2 or values[1] / values[0] > 0.95:
        return None
    return nx.eigenvector_centrality(
        graph, weight="weight", tol=CONVERGED, max_iter=ITERATIONS)


def measures(graph, directed, weighted):
    """What networkx says, by the name of the measure; None where it says nothing."""
    multi = graph.multigraph(directed)
    simple = graph.summed(directed, weighted)
    power = "strength" if weighted else None
    far = "distance" if weighted else None
    scale = 1 / (len(graph.nodes) - 1)

    def scaled(view):
        return {node: value * scale for node, value in view(weight=power)}

    yield "degree", lambda: scaled(multi.degree)
    if directed:
        yield "in-degree", lambda: scaled(multi.in_degree)
        yield "out-degree", lambda: scaled(multi.out_degree)
    yield "closeness", lambda: nx.closeness_centrality(multi, distance=far)
    yield "harmonic", lambda: nx.harmonic_centrality(multi, distance=far)
    yield "betweenness", lambda: nx.betweenness_centrality(multi, weight=far)
    yield "edge-betweenness", lambda: {
        key: value for (_, _, key), value
        in nx.edge_betweenness_centrality(multi, weight=far).items()}
    yield "pagerank", lambda: nx.pagerank(
        multi, weight=power, tol=CONVERGED, max_iter=ITERATIONS)
    yield "eigenvector", lambda: eigenvector(simple)
    yield "katz", lambda: nx.katz_centrality(
        simple, alpha=0.04, weight="weight", tol=CONVERGED, max_iter=ITERATIONS)
    yield "hubs", lambda: hits(simple, 0)
    yield "authorities", lambda: hits(simple, 1)


def check_centrality(report, command, graph, name):
    for directed, weighted in itertools.product((True, False), repeat=2):
        for measure, oracle in measures(graph, directed, weighted):
            claim = (f"{measure}{'' if directed else ', undirected'}"
                     f"{', weighted' if weighted else ''} of {name}")
            wanted = oracle()
            # The degree has no direction to leave out.
            options = [] if directed or measure == "degree" else ["--undirected"]
            options += ["--weighted"] if weighted else []
            options += ["--katz-alpha", "0.04"] if measure == "katz" else []
            code, answer, error = command.ask("centrality", "--measure", measure, *options)
            if wanted is None and code != 0:
                report.check("converge" in error, claim, f"exit code {code}: {error}")
                continue
            if not report.check(code == 0 and answer, claim, f"exit code {code}: {error}"):
                continue
            report.equal(answer["measure"], measure, f"{claim}: its name")
            scores = [(one["id"], one["score"]) for one in answer["scores"]]
            report.check(
                all(a[1] >= b[1] for a, b in zip(scores, scores[1:])), f"{claim}: ranked")
            if wanted is None:
                continue
            report.same([one for one, _ in scores], wanted, f"{claim}: its members")
            wrong = [(one, score, wanted.get(one)) for one, score in scores
                     if one in wanted and not close(score, wanted[one])]
            report.equal(wrong, [], f"{claim}: its scores")


# Paths


class Walk:
    """A path of networkx, judged as the command judges it."""

    def __init__(self, graph, arcs):
        self.arcs = tuple(key for _, _, key in arcs)
        edges = [graph.edges[key] for key, _ in self.arcs]
        scores = [graph.strengths[key] for key, _ in self.arcs]
        kinds = [directness(edge) for edge in edges]
        self.nodes = [arcs[0][0]] + [end for _, end, _ in arcs]
        self.score = math.prod(scores)
        self.weakest = min(scores)
        self.kind = "causal" if all(k == "causal" for k in kinds) else \
            "mixed" if "causal" in kinds else "associational"
        signs = [polarity(e) for e, k in zip(edges, kinds) if k != "hierarchical"]
        self.sign = "unknown" if not signs or "unknown" in signs else \
            "decreases" if signs.count("decreases") % 2 else "increases"


READ_DOWNWARDS = {"superclass_of", "has_part", "has_member"}


def turns(graph, arcs):
    """Up to a group and down to another of its members, or the other way round."""
    last = None
    for _, _, (edge, is_reversed) in arcs:
        predicate = graph.edges[edge]["predicate"]
        if directness(graph.edges[edge]) != "hierarchical":
            last = None
            continue
        goes_up = (predicate.split(":")[-1] in READ_DOWNWARDS) == is_reversed
        if last is not None and last != goes_up:
            return True
        last = goes_up
    return False


def every_walk(graph, causal_only, start, end, hops):
    """The paths that the command shows: none that turns in a taxonomy."""
    return [Walk(graph, arcs) for arcs in
            nx.all_simple_edge_paths(graph.walks(causal_only), start, end, cutoff=hops)
            if not turns(graph, arcs)]


def check_path(report, path, walks, claim):
    arcs = tuple((edge["id"], edge["reversed"]) for edge in path["edges"])
    walk = walks.get(arcs)
    if not report.check(walk, f"{claim}: a path that there is", repr(arcs)):
        return
    report.check(close(path["score"], walk.score), f"{claim}: its score",
                 f"{path['score']}, not {walk.score}")
    report.check(close(path["weakest"], walk.weakest), f"{claim}: its weakest hop",
                 f"{path['weakest']}, not {walk.weakest}")
    report.equal(path["class"], walk.kind, f"{claim}: its class")
    report.equal(path["sign"], walk.sign, f"{claim}: its sign")
    report.equal([node["id"] for node in path["nodes"]], walk.nodes, f"{claim}: its nodes")


def check_paths(report, command, graph, name, start, end, hops):
    for causal_only, by in itertools.product((False, True), ("evidence", "hops")):
        claim = (f"paths from {start} to {end} of {name} by {by}"
                 f"{', causal' if causal_only else ''}")
        walks = {walk.arcs: walk
                 for walk in every_walk(graph, causal_only, start, end, hops)}
        options = ["--by", by] + (["--direction", "causal"] if causal_only else [])
        options += ["--max-hops", str(hops)] if hops else []
        if by == "evidence":
            ranked = sorted(walks.values(), key=lambda w: (-w.score, len(w.arcs)))
        else:
            ranked = sorted(walks.values(), key=lambda w: (len(w.arcs), -w.score))
        for limit in (3, 20_000):
            more = ["--limit", str(limit)] + (["--all"] if limit > 3 else [])
            code, answer, error = command.ask("paths", start, end, *options, *more)
            if not report.check(
                    answer is not None and code == (0 if walks else 1), claim,
                    f"exit code {code}, {len(walks)} paths: {error}"):
                continue
            paths = answer["paths"]
            report.equal((answer["from"], answer["to"]), (start, end), f"{claim}: its ends")
            report.equal(answer["truncated"], len(walks) > limit, f"{claim}: truncated")
            report.equal(len(paths), min(limit, len(walks)), f"{claim}: how many")
            keys = [tuple((e["id"], e["reversed"]) for e in p["edges"]) for p in paths]
            report.equal(len(keys), len(set(keys)), f"{claim}: no path twice")
            for path in paths:
                check_path(report, path, walks, claim)
            same = all(
                close(p["score"], w.score) and len(p["edges"]) == len(w.arcs)
                for p, w in zip(paths, ranked))
            report.check(same, f"{claim}: best first")


def check_graph(report, binary, kgx, path, name, pairs, hops):
    command, graph = Command(binary, path), Graph(kgx)
    check_centrality(report, command, graph, name)
    for start, end in pairs:
        check_paths(report, command, graph, name, start, end, hops)


def given_pairs(kgx):
    """From the causes to the consequences, or between the ends of the file."""
    by_role = {}
    for node in kgx["nodes"]:
        by_role.setdefault(node.get("role"), []).append(node["id"])
    causes = by_role.get("cause", []) or [node["id"] for node in kgx["nodes"][:3]]
    ends = by_role.get("disease", []) or [node["id"] for node in kgx["nodes"][-3:]]
    pairs = [(a, b) for a in causes for b in ends if a != b]
    return pairs[::max(1, len(pairs) // 8)][:8]


def main(argv):
    if len(argv) != 2:
        sys.exit(__doc__)
    binary, path = os.path.abspath(argv[0]), argv[1]
    report = Report(f"check_analysis {os.path.basename(path)}")
    kgx = load(path)
    check_graph(report, binary, kgx, path, os.path.basename(path), given_pairs(kgx), 4)
    with tempfile.TemporaryDirectory() as folder:
        for seed, nodes, edges in RANDOM_GRAPHS:
            kgx = random_kgx(seed, nodes, edges)
            name = f"random-{seed}.kgx.json"
            file = os.path.join(folder, name)
            with open(file, "w", encoding="utf-8") as handle:
                json.dump(kgx, handle)
            ids = [node["id"] for node in kgx["nodes"]]
            pairs = [(ids[0], ids[-1]), (ids[1], ids[0])]
            check_graph(report, binary, kgx, file, name, pairs, 4 if nodes > 10 else None)
    report.finish()


if __name__ == "__main__":
    main(sys.argv[1:])
