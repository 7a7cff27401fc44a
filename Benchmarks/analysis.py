#!/usr/bin/env python3
"""Times the analyses beside other libraries on the same graphs, in turn, and compares answers.

    analysis.py BINARY TIMINGS FOLDER [TASK …]

BINARY is the built `etiograph`, TIMINGS the built `analysis-timings`; FOLDER holds small.bin, large.bin
and the folders small and large with the same graphs as tables (`make_graph.py`). Each side runs in a
process of its own, one after the other; the table has medians, their ratio, the peak memory of each
process, whether both give the same number, and, where there is one, the least time that the bytes
take that must move (`limits.c`). Reading and building the graph is not timed unless the task begins with
files, imports neither. Wall times move from hour to hour on a shared machine: quote the ratio.
"""
import json
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
# name, graph, rivals, whether the answers can be compared (samples and ties may differ)
TASKS = [
    ("load", "large", ["polars", "pyarrow"], True),
    ("answer-pagerank", "large", ["igraph"], True),
    ("pagerank", "large", ["igraph", "scipy", "networkit", "graph_tool"], True),
    ("components", "large", ["scipy", "rustworkx", "networkit"], True),
    ("strong", "large", ["scipy", "igraph"], True),
    ("eigenvector-undirected", "large", ["scipy"], True),
    ("authorities", "large", ["scikit_network", "igraph"], True),
    ("katz", "large", ["graph_tool"], True),
    ("harmonic-256", "large", ["igraph"], False),
    ("betweenness-256", "large", ["igraph", "graph_tool"], False),
    ("harmonic-weighted-20", "large", ["scipy"], False),
    ("paths", "large", ["networkit"], True),
    ("yen", "large", ["networkx"], False),
    ("harmonic", "small", ["igraph"], True),
    ("betweenness", "small", ["igraph", "graph_tool"], True),
    ("betweenness-weighted", "small", ["igraph", "graph_tool"], True),
    ("edgebetweenness", "small", ["igraph", "graph_tool"], True),
    ("simplepaths", "small", ["rustworkx"], False),
]


class Limits:
    """What this machine moves at most."""

    def __init__(self, folder):
        program = f"{folder}/limits"
        subprocess.run(
            ["cc", "-O3", "-march=native", "-pthread", f"{HERE}/limits.c", "-o", program],
            check=True)
        found = json.loads(subprocess.run([program], capture_output=True, text=True).stdout)
        self.read, self.gathers = found["read"], found["gathers"]

    def seconds(self, task, folder, graph):
        """The least time of a task; None where it depends on more than the size of the graph."""
        nodes, edges = (int.from_bytes(open(f"{folder}/{graph}.bin", "rb").read(8)[i:i + 4],
                                       "little") for i in (0, 4))
        if task == "load":
            size = sum(os.path.getsize(f"{folder}/{graph}/{name}.tsv") for name in ("nodes", "edges"))
            return size / self.read
        # A round gathers a number for each edge; to 1e-10 this graph takes so many.
        rounds = {"pagerank": 68, "components": 1}.get(task)
        return rounds and rounds * max(edges / self.gathers, 4 * edges / self.read)


def measured(command):
    """The last line that a command prints, the peak of its memory in megabytes, and its seconds."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    output, errors = process.communicate()
    taken = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(errors.strip().splitlines()[-1] if errors.strip() else "no answer")
    return output.strip().splitlines(), taken


def with_memory(command):
    """What `measured` gives, with the peak memory of the process, as the system tells it."""
    lines, taken = measured(["/usr/bin/time", "-f", "%M", "-o", "/dev/stdout"] + command)
    return lines[:-1], int(lines[-1]) // 1024, taken


def ours(binary, timings, folder, task, graph):
    if task == "answer-pagerank":
        command = [binary, "centrality", "-q", "-g", f"{folder}/{graph}", "--measure", "pagerank",
                   "--top", "20", "--output-format", "tsv"]
        runs = sorted((with_memory(command) for _ in range(3)), key=lambda run: run[2])
        lines, memory, taken = runs[1]
        return taken, memory, float(lines[1].split("\t")[2])
    place = f"{folder}/{graph}" if task == "load" else f"{folder}/{graph}.bin"
    lines, memory, _ = with_memory([timings, place, task, "3"])
    words = lines[-1].split()
    return float(words[1]), memory, float(words[-1])


def theirs(library, folder, task, graph):
    files = task == "load" or task.startswith("answer")
    place = f"{folder}/{graph}" if files else f"{folder}/{graph}.bin"
    python = "/usr/bin/python3" if library == "graph_tool" else sys.executable
    command = [python, f"{HERE}/rivals.py", library, task, place]
    if task.startswith("answer"):
        # From the prompt to the answer, as ours: imports and all, each time anew.
        lines, memory, taken = with_memory(command)
        times, answer = json.loads(lines[-1])
        return times, memory, answer
    lines, memory, _ = with_memory(command)
    seconds, answer = json.loads(lines[-1])
    return seconds, memory, answer


def main():
    binary, timings, folder = sys.argv[1:4]
    wanted = sys.argv[4:]
    limits = Limits(folder)
    print(f"read {limits.read / 1e9:.1f} GB/s, gather {limits.gathers / 1e6:.0f} M/s\n")
    print(f"{'task':24}{'graph':>7} {'rival':<15}{'s':>9}{'MB':>7}{'ours s':>9}{'MB':>7}"
          f"{'faster':>8}{'limit s':>9}  answers")
    for task, graph, rivals, comparable in TASKS:
        if wanted and task not in wanted:
            continue
        limit = limits.seconds(task, folder, graph)
        for library in rivals:
            try:
                rival, memory, answer = theirs(library, folder, task, graph)
            except RuntimeError as error:
                print(f"{task:24}{graph:>7} {library:<15} did not run: {error}")
                continue
            mine, my_memory, check = ours(binary, timings, folder, task, graph)
            same = "the same" if abs(check - answer) <= 1e-6 * max(1e-3, abs(answer)) else (
                f"{check:.10g} and {answer:.10g}")
            print(f"{task:24}{graph:>7} {library:<15}{rival:9.4f}{memory:7}{mine:9.4f}{my_memory:7}"
                  f"{rival / mine:7.1f}×{limit or 0:9.4f}  {same if comparable else '-'}")
            sys.stdout.flush()


main()
