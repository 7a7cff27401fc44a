#!/usr/bin/env python3
"""Check a DOT export with Graphviz and pydot.

    check_dot.py FILE.dot FILE.kgx.json

Both must read it, and read the same graph as the KGX JSON: a node for every node and an edge for
every edge, told by their `id` attributes, with the right ends, predicate and certainty. An edge
that the layout turns round says so with `dir=back`. What has no `id` is scaffolding: legend,
groups, invisible edges.
"""
import html
import json
import os
import re
import subprocess
import sys

import networkx
import pydot

from report import Report


def graph_of_kgx(kgx):
    graph = networkx.MultiDiGraph()
    graph.add_nodes_from(node["id"] for node in kgx["nodes"])
    for edge in kgx["edges"]:
        graph.add_edge(edge["subject"], edge["object"], key=edge["id"])
    return graph


def graph_of(nodes, edges):
    """A graph of the nodes and edges that have an id; each is a name with its attributes."""
    graph = networkx.MultiDiGraph()
    ids = {name: attributes["id"] for name, attributes in nodes if attributes.get("id")}
    graph.add_nodes_from(ids.values())
    loose = []
    for tail, head, attributes in edges:
        if not attributes.get("id"):
            continue
        if tail not in ids or head not in ids:
            loose.append(attributes["id"])
            continue
        ends = [ids[tail], ids[head]]
        if attributes.get("dir") == "back":
            ends.reverse()
        graph.add_edge(*ends, key=attributes["id"])
    return graph, ids, loose


def with_graphviz(path):
    run = subprocess.run(["dot", "-Tdot_json", path], capture_output=True, check=False)
    if run.returncode != 0 or run.stderr.strip():
        raise ValueError(run.stderr.decode(errors="replace").strip() or "dot failed")
    data = json.loads(run.stdout.decode())
    # Groups stand among the objects, with the nodes that they hold.
    objects = {one["_gvid"]: one for one in data.get("objects", [])}
    nodes = [(number, one) for number, one in objects.items() if "nodes" not in one]
    edges = [(one["tail"], one["head"], one) for one in data.get("edges", [])]
    return nodes, edges


def unquoted(value):
    """The text of a DOT identifier as pydot keeps it."""
    if value is None:
        return None
    text = str(value)
    if len(text) >= 2 and text[0] == text[-1] == '"':
        text = text[1:-1].replace('\\"', '"')
    return text


def with_pydot(path):
    graphs = pydot.graph_from_dot_file(path, encoding="utf-8")
    if not graphs or len(graphs) != 1:
        raise ValueError(f"{len(graphs or [])} graphs")
    nodes, edges = [], []

    def walk(graph):
        for node in graph.get_nodes():
            name = unquoted(node.get_name())
            if name not in ("node", "edge", "graph"):
                nodes.append((name, {k: unquoted(v) for k, v in node.get_attributes().items()}))
        for edge in graph.get_edges():
            ends = [unquoted(re.sub(r":[nsewc_]+$", "", str(end)))
                    for end in (edge.get_source(), edge.get_destination())]
            edges.append((*ends, {k: unquoted(v) for k, v in edge.get_attributes().items()}))
        for part in graph.get_subgraphs():
            walk(part)

    walk(graphs[0])
    return nodes, edges


def letters(text):
    """A label without white space, however it is wrapped or quoted."""
    return re.sub(r"\s", "", html.unescape(re.sub(r"\\[nlr]", " ", str(text))))


def shows(label, name):
    """Whether a label shows a name, or as much of it as there is room for."""
    label, name = letters(label), letters(name)
    return name in label or label.endswith("…") and name.startswith(label[:-1])


def main(argv):
    if len(argv) != 2:
        sys.exit(__doc__)
    report = Report(f"check_dot {os.path.basename(argv[0])}")
    with open(argv[1], encoding="utf-8") as handle:
        kgx = json.load(handle)
    wanted = graph_of_kgx(kgx)
    names = {node["id"]: node["name"] for node in kgx["nodes"]}
    for name, reader in (("Graphviz", with_graphviz), ("pydot", with_pydot)):
        try:
            nodes, edges = reader(argv[0])
        except Exception as error:  # noqa: BLE001  (whatever it is, it is the finding)
            report.check(False, f"{name} reads the file", f"{type(error).__name__}: {error}")
            continue
        report.check(True, f"{name} reads the file")
        found, ids, loose = graph_of(nodes, edges)
        every = [a["id"] for _, a in nodes if a.get("id")]
        every += [a["id"] for _, _, a in edges if a.get("id")]
        report.equal(len(every), len(set(every)), f"{name}: ids are unique")
        report.same(loose, [], f"{name}: every edge with an id joins nodes with ids")
        report.same(found.nodes, wanted.nodes, f"{name}: the nodes are those of the KGX JSON")
        report.same(
            found.edges(keys=True), wanted.edges(keys=True),
            f"{name}: the edges are those of the KGX JSON")
        report.equal(
            found.number_of_edges(), wanted.number_of_edges(), f"{name}: as many edges")
        labels = {a["id"]: a.get("label", "") for _, a in nodes if a.get("id")}
        report.same(
            [i for i in labels if i in names and not shows(labels[i], names[i])],
            [], f"{name}: labels are the nodes' names")
        said = {a["id"]: a for _, _, a in edges if a.get("id")}
        report.same(
            [e["id"] for e in kgx["edges"] if e["id"] in said
             and (said[e["id"]].get("predicate") != e["predicate"]
                  or said[e["id"]].get("certainty") != e.get("certainty"))],
            [], f"{name}: predicates and certainties are those of the KGX JSON")
    report.finish()


if __name__ == "__main__":
    main(sys.argv[1:])
