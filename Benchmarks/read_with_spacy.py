"""The least that a reader of claims in Python does: spaCy's tokens and sentences, and the verbs of
cause in them. No model is loaded, no syntax is parsed.

    read_with_spacy.py FOLDER
"""
import pathlib
import sys

import spacy
from spacy.matcher import PhraseMatcher

reader = spacy.blank("en")
reader.add_pipe("sentencizer")
reader.max_length = 1 << 30
matcher = PhraseMatcher(reader.vocab, attr="LOWER")
matcher.add("cause", [reader.make_doc(phrase) for phrase in [
    "cause", "causes", "caused by", "lead to", "leads to", "linked to", "associated with",
    "result from", "contributes to", "raises the risk of", "may", "can", "no evidence"]])
found = 0
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt")):
    document = reader(path.read_text(encoding="utf-8"))
    found += sum(len(matcher(sentence.as_doc())) for sentence in document.sents)
print(found)
