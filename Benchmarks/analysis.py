#!/usr/bin/env python3
"""Times the analyses beside other libraries on the same graphs, in turn, and compares answers.

    analysis.py TIMINGS SMALL.bin LARGE.bin

TIMINGS is the built `analysis-timings`. Each task runs three times in a process of its own, ours and
the rival's in turn; the table has medians, their ratio, the peak memory of each process, and whether
both give the same number. Reading and building the graph is not timed, imports neither. Wall times
move from hour to hour on a shared machine: quote the ratio.
"""
import json
import os
import statistics
import subprocess
import sys
import time

TASKS = [  # name, graph, rivals, whether the answers can be compared
    ("pagerank", "large", ["igraph", "scipy"], True),
    ("components", "large", ["scipy", "igraph"], True),
    ("eigenvector-undirected", "large", ["scipy"], True),
    ("authorities", "large", ["igraph"], True),
    ("harmonic-256", "large", ["igraph"], False),
    ("betweenness-256", "large", ["igraph"], False),
    ("harmonic", "small", ["igraph"], True),
    ("betweenness", "small", ["igraph"], True),
    ("edgebetweenness", "small", ["igraph"], True),
]


def rival(task, library, path):
    """Runs one task with another library and prints what it took."""
    import numpy as np
    data = np.fromfile(path, np.int32)
    n, m = int(data[0]), int(data[1])
    s, t = data[2:2 + m], data[2 + m:]
    sample = list(range(0, n, max(1, n // 256)))[:256]
    if library == "igraph":
        import igraph
        g = igraph.Graph(n, np.column_stack((s, t)), directed=True)
        pairs = (n - 1) * (n - 2)
        run = {
            "pagerank": lambda: max(g.pagerank()),
            "components": lambda: len(g.connected_components("weak")),
            "authorities": lambda: (lambda a: max(a) / sum(a))(g.authority_score()),
            "harmonic-256": lambda: max(g.harmonic_centrality(sample, mode="in")),
            "betweenness-256": lambda: max(g.betweenness(sources=sample)),
            "harmonic": lambda: max(g.harmonic_centrality(mode="in", normalized=False)),
            "betweenness": lambda: max(g.betweenness()) / pairs,
            "edgebetweenness": lambda: max(g.edge_betweenness()) / (n * (n - 1)),
        }[task]
    else:
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import connected_components
        from scipy.sparse.linalg import eigsh
        a = csr_array((np.ones(m), (s, t)), (n, n))

        def pagerank():
            out = np.asarray(a.sum(axis=1)).ravel()
            share = np.divide(1, out, out=np.zeros(n), where=out > 0)
            into = csr_array(a.T)
            x = np.full(n, 1 / n)
            while True:
                new = .85 * (into @ (x * share) + x[out == 0].sum() / n) + .15 / n
                if np.abs(new - x).sum() < 1e-10:
                    return float(new.max())
                x = new

        both = csr_array(a + a.T)
        run = {
            "pagerank": pagerank,
            "components": lambda: connected_components(a, True, "weak")[0],
            "eigenvector-undirected": lambda: float(
                np.abs(eigsh(both, 1, which="LA", v0=np.ones(n), tol=1e-10)[1]).max()),
        }[task]
    times = []
    for _ in range(3):
        start = time.perf_counter()
        answer = run()
        times.append(time.perf_counter() - start)
    print(json.dumps([statistics.median(times), answer]))


def measured(command):
    """The last line that a command prints, and the peak of its memory in megabytes."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return output.strip().splitlines()[-1], usage.ru_maxrss // 1024


def main():
    binary, graphs = sys.argv[1], {"small": sys.argv[2], "large": sys.argv[3]}
    print(f"{'task':24}{'graph':>7}{'rival':>8}{'s':>9}{'MB':>7}{'ours s':>9}{'MB':>7}"
          f"{'faster':>8}  answers")
    for task, graph, rivals, comparable in TASKS:
        for library in rivals:
            line, memory = measured(
                [sys.executable, __file__, "--rival", task, library, graphs[graph]])
            theirs, answer = json.loads(line)
            line, mine = measured([binary, graphs[graph], task, "3"])
            words = line.split()
            ours, check = float(words[1]), float(words[-1])
            same = "the same" if abs(check - answer) <= 1e-6 * max(1e-3, abs(answer)) else (
                f"{check:.10g} and {answer:.10g}")
            print(f"{task:24}{graph:>7}{library:>8}{theirs:9.4f}{memory:7}{ours:9.4f}{mine:7}"
                  f"{theirs / ours:7.1f}×  {same if comparable else '-'}")
            sys.stdout.flush()


if sys.argv[1] == "--rival":
    rival(*sys.argv[2:5])
else:
    main()
