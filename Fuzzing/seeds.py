"""Writes what a fuzzer begins with: the texts of the tests of the readers, the files of Graph/ and
Exports/, and a dictionary of the words of the lexicon.

    python3 seeds.py FOLDER

Each target gets a folder of its own, with the texts that look like its format.
"""

import gzip
import hashlib
import io
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TESTS = ROOT / "Tests" / "GraphBuildingTests"
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", '"': '"', "\\": "\\", "'": "'"}


def unescaped(text):
    text = re.sub(r"\\u\{([0-9a-fA-F]+)\}", lambda found: chr(int(found[1], 16)), text)
    return re.sub(r"\\(.)", lambda found: ESCAPES.get(found[1], found[0]), text)


def literals(source):
    """The string literals of a Swift file, without those that are put together."""
    blocks = re.compile(r'"""\n(.*?)\n( *)"""', re.S)
    for body, indent in blocks.findall(source):
        lines = [line.removeprefix(indent) for line in body.split("\n")]
        yield unescaped("\n".join(lines))
    for body in re.findall(r'"((?:[^"\\\n]|\\.)+)"', blocks.sub("", source)):
        yield unescaped(body)


def targets(text):
    """The targets whose format a text could be in."""
    start = text.lstrip()
    if start.startswith(("{", "[{", "[]")):
        return ["bibliography", "obo-graph", "kgx-json", "kgx-node-lines", "kgx-edge-lines"]
    if "[Term]" in text or start.startswith("format-version"):
        return ["obo"]
    if "subject_id" in text or "mapping_set" in text:
        return ["sssom"]
    if "\t" in text:
        return ["kgx-nodes", "kgx-edges", "sssom"]
    if re.match(r"[^\n]*[,;][^\n]*\n", text) and re.search(r"source|subject|:ID|START_ID|^id", text):
        return ["edge-list", "neo4j"]
    if re.search(r"^\s*-?\s*(label|concepts|prefixes|id|synonyms):", text, re.M):
        return ["vocabulary"]
    if "<" in text and ">" in text:
        return ["html", "markdown", "encodings"]
    return ["markdown", "text", "html", "encodings"]


def packings(data):
    """The content of a table, packed in each way."""
    yield "gzip", gzip.compress(data, mtime=0) + gzip.compress(data, mtime=0)
    if shutil.which("zstd"):
        yield "zstandard", subprocess.run(["zstd", "-qc"], input=data, stdout=subprocess.PIPE,
                                          check=True).stdout
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w", format=tarfile.PAX_FORMAT) as tar:
        member = tarfile.TarInfo("kg/kg_edges.tsv")
        member.size = len(data)
        tar.addfile(member, io.BytesIO(data))
    yield "archive", archive.getvalue()


def main(folder):
    def write(target, data):
        name = hashlib.sha1(data).hexdigest()[:16]
        place = folder / target
        place.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)

    for path in sorted(TESTS.rglob("*.swift")):
        for text in literals(path.read_text(encoding="utf-8")):
            if len(text) < 8:
                continue
            data = text.encode("utf-8", "surrogatepass")
            for target in targets(text):
                write(target, data)
                if target == "kgx-edges":
                    for packing, packed in packings(data):
                        write(packing, packed)
            if len(text) > 200:
                write("encodings", text.encode("utf-16", "surrogatepass"))
                write("encodings", text.encode("cp1252", "replace"))
    graph = ROOT / "Graph"
    for path in sorted(graph.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        # In pieces, which change faster than the whole.
        for part in re.split(r"\n(?=## )", text):
            for target in ["markdown", "text", "encodings"]:
                write(target, part.encode())
    vocabulary = (graph / "vocabulary.yaml").read_text(encoding="utf-8")
    for part in vocabulary.split("\n\n")[:40]:
        write("vocabulary", part.encode())
    write("bibliography", (graph / "references.json").read_bytes()[:4000])

    words, examples = set(), []
    lexicon = ROOT / "Sources/GraphBuilding/Resources/english.lexicon"
    for line in lexicon.read_text(encoding="utf-8").split("\n"):
        if not line.startswith("#"):
            words.update(re.findall(r"[a-z'-]{3,}", line.split("|")[0]))
            examples += re.findall(r'"([^"]+)"', line)
    for first in range(0, len(examples), 8):
        text = "# Causes of asthma\n\n" + " ".join(examples[first:first + 8]) + "\n"
        for target in ["markdown", "text"]:
            write(target, text.encode())
    marks = [
        "---\n", "title: ", "condition: ", "\n\n## Causes of ", "\n- **", ":** ", "[^1]", "[@a]",
        "<p>", "</p>", "<li>", "<h2>", "<table>", "<td>", "<!--", "&amp;", "&#x41;",
        "<sup>1</sup>", "\u2019s", "\u2022 ", "\u2014", "\u202e", "\ufeff", " et al., 2015)",
        "doi:10.1/x",
    ]
    with open(folder / "articles.dict", "w", encoding="ascii") as file:
        for word in sorted(words) + marks:
            data = "".join(f"\\x{byte:02x}" for byte in word.encode())
            file.write(f'"{data}"\n')


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
