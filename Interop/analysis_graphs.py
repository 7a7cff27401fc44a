"""Graphs for check_analysis.py: KGX JSON as it is scored and walked, for networkx."""
import json
import math
import random

import networkx as nx

CERTAINTY = {"established": 0.9, "probable": 0.7, "possible": 0.4, "speculative": 0.2}
IMPLIED = {
    "knowledge_assertion": "established", "logical_entailment": "established",
    "statistical_association": "probable", "observation": "probable", "prediction": "possible"}
UNSTATED = 0.5
# Distances are sums of whole multiples of this, so that ties are ties.
UNIT = 2.0 ** -40

CAUSAL = {
    "affects": "unknown", "causes": "increases", "contributes_to": "increases",
    "predisposes_to_condition": "increases", "exacerbates_condition": "increases",
    "promotes_condition": "increases", "produces": "increases", "has_adverse_event": "increases",
    "has_side_effect": "increases", "disrupts": "decreases", "ameliorates_condition": "decreases",
    "preventative_for_condition": "decreases", "treats": "decreases", "regulates": "unknown",
    "positively_regulates": "increases", "negatively_regulates": "decreases"}
HIERARCHICAL = {
    "subclass_of", "part_of", "has_part", "superclass_of", "member_of", "has_member"}
CORRELATIONS = {
    "positively_correlated_with": "increases", "negatively_correlated_with": "decreases",
    "associated_with_increased_likelihood_of": "increases",
    "associated_with_decreased_likelihood_of": "decreases"}
QUALIFIERS = {"increased": "increases", "decreased": "decreases", "unknown": "unknown"}


def strength(edge):
    """The score of an edge: the belief of what supports it, less that of what contradicts it."""
    certainty = edge.get("certainty") or IMPLIED.get(edge.get("knowledge_level"))
    evidence = edge.get("evidence", [])
    own = CERTAINTY.get(certainty, UNSTATED)
    if not evidence:
        return clamped(own)
    support = [piece for piece in evidence if piece.get("stance") != "contradicts"]
    against = [piece for piece in evidence if piece.get("stance") == "contradicts"]
    believed = belief(support, own) if support else own
    return clamped(believed * (1 - belief(against, own)))


def belief(pieces, unstated):
    """Cited works, and documents that cite none here, are independent sources."""
    works, documents, citing = {}, {}, set()
    for piece in pieces:
        score = CERTAINTY.get(piece.get("certainty"), unstated)
        cited = [c["reference"] for c in piece.get("citations", []) if c["basis"] == "stated"]
        for work in cited:
            works[work] = max(works.get(work, 0), score)
        document = piece.get("document")
        if cited:
            citing.add(document)
        else:
            documents[document] = max(documents.get(document, 0), score)
    scores = list(works.values()) + [s for d, s in documents.items() if d not in citing]
    repeated = max((s for d, s in documents.items() if d in citing), default=0)
    return max(1 - math.prod(1 - score for score in scores), repeated)


def clamped(score):
    return min(max(score, 0.001), 0.999)


def polarity(edge):
    if "object_direction_qualifier" in edge:
        return QUALIFIERS[edge["object_direction_qualifier"]]
    name = edge["predicate"].removeprefix("biolink:")
    return CAUSAL.get(name) or CORRELATIONS.get(name) or "unknown"


def directness(edge):
    name = edge["predicate"].removeprefix("biolink:")
    if not edge["predicate"].startswith("biolink:"):
        return "associational"
    return "causal" if name in CAUSAL else "hierarchical" if name in HIERARCHICAL \
        else "associational"


class Graph:
    """A KGX graph without what is negated."""

    def __init__(self, kgx):
        self.nodes = [node["id"] for node in kgx["nodes"]]
        self.edges = {edge["id"]: edge for edge in kgx["edges"] if not edge.get("negated")}
        self.strengths = {key: strength(edge) for key, edge in self.edges.items()}

    def distance(self, key):
        return max(1, round(-math.log(self.strengths[key]) / UNIT)) * UNIT

    def multigraph(self, directed):
        graph = nx.MultiDiGraph() if directed else nx.MultiGraph()
        graph.add_nodes_from(self.nodes)
        for key, edge in self.edges.items():
            graph.add_edge(
                edge["subject"], edge["object"], key=key, strength=self.strengths[key],
                distance=self.distance(key))
        return graph

    def summed(self, directed, weighted):
        """The simple graph whose weights are the sums over parallel edges."""
        graph = nx.DiGraph() if directed else nx.Graph()
        graph.add_nodes_from(self.nodes)
        for key, edge in self.edges.items():
            ends = edge["subject"], edge["object"]
            before = graph.edges[ends]["weight"] if graph.has_edge(*ends) else 0
            graph.add_edge(*ends, weight=before + (self.strengths[key] if weighted else 1))
        return graph

    def walks(self, causal_only):
        """One directed edge for every hop that may be walked; its key tells which way."""
        graph = nx.MultiDiGraph()
        graph.add_nodes_from(self.nodes)
        for key, edge in self.edges.items():
            if edge["subject"] == edge["object"]:
                continue
            is_causal = directness(edge) == "causal"
            if is_causal or not causal_only:
                graph.add_edge(edge["subject"], edge["object"], key=(key, False))
            if not is_causal and not causal_only:
                graph.add_edge(edge["object"], edge["subject"], key=(key, True))
        return graph


PREDICATES = [
    "causes", "contributes_to", "affects", "treats", "associated_with", "has_phenotype",
    "positively_correlated_with", "subclass_of"]


def random_kgx(seed, nodes, edges):
    """A seeded multigraph with parallel edges, self-loops, denials and all kinds of edges."""
    rng = random.Random(seed)
    ids = [f"MESH:{number}" for number in range(nodes)]
    seen, statements = set(), []
    while len(statements) < edges:
        if statements and rng.random() < 0.15:
            subject, object_ = (statements[-1]["subject"], statements[-1]["object"])
        else:
            subject, object_ = rng.choice(ids), rng.choice(ids)
        if subject == object_ and rng.random() < 0.8:
            continue
        edge = {
            "id": f"MESH:e{len(statements)}", "subject": subject,
            "predicate": "biolink:" + rng.choice(PREDICATES), "object": object_,
            "knowledge_level": rng.choice(["knowledge_assertion", "not_provided", "prediction"]),
            "agent_type": "manual_agent"}
        if rng.random() < 0.7:
            edge["certainty"] = rng.choice(sorted(CERTAINTY))
        if rng.random() < 0.1:
            edge["negated"] = True
        if edge["predicate"] == "biolink:affects" and rng.random() < 0.5:
            edge["object_direction_qualifier"] = rng.choice(["increased", "decreased"])
        key = (subject, edge["predicate"], object_, edge.get("negated"),
               edge.get("object_direction_qualifier"))
        if key not in seen:
            seen.add(key)
            statements.append(edge)
    return {
        "nodes": [{"id": one, "category": ["biolink:NamedThing"], "name": f"node {one[5:]}"}
                  for one in ids],
        "edges": statements}


def load(path):
    with open(path, encoding="utf-8") as handle:
        return json.load(handle)
