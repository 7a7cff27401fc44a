"""Writes made-up articles about what causes conditions, the same ones every time.

    make_articles.py FOLDER MEGABYTES

FOLDER/markdown, FOLDER/html and FOLDER/text hold the same articles in the three formats, of
MEGABYTES together each, and FOLDER/text.txt all the plain texts in one file.
"""
import html
import pathlib
import random
import sys

folder, size = pathlib.Path(sys.argv[1]), int(float(sys.argv[2]) * 1e6)
rng = random.Random(20261122)

onsets = "b br c cl d dr f fl g gr h l m n p pl r s st t tr v".split()
vowels = "a e i o u ae io ea".split()
codas = "l m n r s t x nd nt rm st".split()


def word(syllables):
    return "".join(
        rng.choice(onsets) + rng.choice(vowels) for _ in range(syllables)) + rng.choice(codas)


conditions = [word(2) + rng.choice(["itis", "osis", "algia", "emia", " syndrome", " disease"])
              for _ in range(400)]
things = [rng.choice(["", "", "chronic ", "poor ", "excess ", "low ", "untreated "]) + word(2)
          + rng.choice([" intake", " exposure", " deficiency", " use", " infection", " stress",
                        " loss", " pain", "", "", ""]) for _ in range(4000)]
groups = ["adults", "children", "older people", "women", "men", "patients", "some people"]
places = ["at work", "at night", "in winter", "after meals", "over many years", "in large studies"]

claims = [
    "{a} can cause {c}.", "{c} is often caused by {a} or {b}.", "{a} may lead to {c} in {g}.",
    "{a} has been linked to {c}, although the evidence is limited.",
    "People with {c} often have {a}, {b} and {d}.", "{a} raises the risk of {c} {p}.",
    "In {g}, {c} can result from {a}, {b}, or a lack of {d}.",
    "Studies suggest that {a} contributes to {c} [{n}].", "There is no evidence that {a} causes {c}.",
    "{c} may, in turn, lead to {b}.", "According to a review, {a} is associated with {c}.",
]
fillers = [
    "The word itself is older than the discovery of what lies behind it, and it was used for many "
    "different complaints.",
    "Many of those who live with it say that it took years before anybody gave it a name.",
    "It is seen all over the world, though how often depends on who counts and on how they ask.",
    "A doctor will usually ask about meals, sleep and work, and may take a sample of blood {p}.",
    "Most {g} can go on with their lives as before, given time, rest and somebody to talk to.",
    "What follows is a short account of what is known, what is thought, and what is not yet known.",
    "Its course differs from one person to the next: in {g} it passes within days; in others it "
    "stays for months, and comes back {p}.",
]


def sentence(condition):
    text = rng.choice(claims if rng.random() < 0.45 else fillers)
    a, b, d = rng.sample(things, 3)
    text = text.format(a=a, b=b, d=d, c=condition, g=rng.choice(groups), p=rng.choice(places),
                       n=rng.randint(1, 40))
    return text[0].upper() + text[1:]


def paragraph(condition, low=3, high=7):
    return " ".join(sentence(condition) for _ in range(rng.randint(low, high)))


def article(condition):
    """Blocks: (kind, text); kind is h1, h2, p or li."""
    yield "h1", condition.capitalize()
    yield "p", paragraph(condition)
    yield "p", paragraph(condition)
    for heading in ["Causes of {}", "Symptoms of {}", "Complications", "What protects against {}",
                    "When to see a doctor"]:
        yield "h2", heading.format(condition)
        yield "p", paragraph(condition)
        if rng.random() < 0.7:
            for thing in rng.sample(things, rng.randint(3, 7)):
                yield "li", f"{thing.capitalize()}: {sentence(condition)}"
        yield "p", paragraph(condition, 4, 9)


def written(blocks, style):
    parts, last = [], None
    for kind, text in blocks:
        if style == "html":
            tag = {"h1": "h1", "h2": "h2", "p": "p", "li": "li"}[kind]
            if kind == "li" and last != "li":
                parts.append("<ul>")
            if last == "li" and kind != "li":
                parts.append("</ul>")
            parts.append(f"<{tag}>{html.escape(text)}</{tag}>")
        elif style == "markdown":
            if kind == "li":
                lead, _, rest = text.partition(": ")
                text = f"- **{lead}:** {rest}"
            else:
                text = {"h1": "# ", "h2": "## ", "p": ""}[kind] + text
            parts.append(("" if kind == last == "li" else "\n") + text)
        else:
            mark = "- " if kind == "li" else ""
            parts.append(("" if kind == last == "li" else "\n") + mark + text)
        last = kind
    text = "\n".join(parts).strip() + "\n"
    if style == "html":
        title = html.escape(blocks[0][1])
        return (f"<!DOCTYPE html>\n<html lang=\"en\"><head><title>{title}</title></head><body>"
                f"<nav><ul><li><a href=\"/\">Home</a></ul></nav><main>{text}</main>"
                "<footer><p>All rights reserved.</p></footer></body></html>\n")
    return text


styles = {"markdown": "md", "html": "html", "text": "txt"}
written_bytes, number, texts = 0, 0, []
for style in styles:
    (folder / style).mkdir(parents=True, exist_ok=True)
while written_bytes < size:
    blocks = list(article(conditions[number % len(conditions)]))
    for style, ending in styles.items():
        text = written(blocks, style)
        (folder / style / f"{number:05}.{ending}").write_text(text, encoding="utf-8")
        if style == "text":
            written_bytes += len(text.encode())
            texts.append(text)
    number += 1
(folder / "text.txt").write_text("\n\n".join(texts), encoding="utf-8")
