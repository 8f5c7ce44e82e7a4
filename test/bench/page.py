"""page.py -- what the scripts here share: the page they write sections of, the figures they keep, and how long they may take."""
import json
import os
import re
import subprocess
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PAGE = os.path.join(ROOT, "docs", "performance.md")
FIGURES = os.path.join(HERE, "figures.json")


def commit():
    """Of the tree, in short; with a + when it has changes beyond this page and its figures."""
    git = lambda *words: subprocess.run(["git", "-C", ROOT, *words], capture_output=True, text=True).stdout
    changes = [line for line in git("status", "--porcelain", "-uno").splitlines() if not re.search(r"docs/.*performance\.md$|figures\.json$", line)]
    return git("rev-parse", "--short", "HEAD").strip() + ("+" if changes else "")


def load_figures():
    if not os.path.exists(FIGURES):
        return {}
    with open(FIGURES) as f:
        return json.load(f)


def keep_figures(change):
    """Changes the file as it is now, which another script may have written meanwhile."""
    figures = load_figures()
    change(figures)
    with open(FIGURES + ".new", "w") as f:
        json.dump(figures, f, indent=1, sort_keys=True)
    os.replace(FIGURES + ".new", FIGURES)
    return figures


def table(head, rows):
    """`head` is a line of titles; one that ends with a colon is a column of text, of which the first is one anyway."""
    titles = head.split(" | ")
    rule = "".join("---|" if i == 0 or t.endswith(":") else "--:|" for i, t in enumerate(titles))
    lines = ["| " + " | ".join(t.rstrip(":") for t in titles) + " |", "|" + rule, *("| " + " | ".join(r) + " |" for r in rows)]
    return "\n".join(lines) + "\n"


def replace_section(page, title, text):
    """Puts the section in the place of that of this title, or at the end."""
    old = ""
    if os.path.exists(page):
        with open(page) as f:
            old = f.read()
    text = f"## {title}\n\n" + text.strip("\n") + "\n\n"
    pattern = re.compile(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", re.M | re.S)
    new = pattern.sub(lambda m: text, old) if pattern.search(old) else old.rstrip("\n") + "\n\n" + text
    with open(page, "w") as f:
        f.write(new.rstrip("\n") + "\n")


def replace_head(page, text):
    """What stands before the first section."""
    rest = ""
    if os.path.exists(page):
        with open(page) as f:
            rest = "".join(re.split(r"(?m)^(?=## )", f.read())[1:])
    with open(page, "w") as f:
        f.write(text.strip("\n") + "\n\n" + rest)


class Budget:
    """Of minutes; none: without end."""

    def __init__(self, minutes=None):
        self.end = time.monotonic() + 60 * minutes if minutes else float("inf")

    def left(self):
        return (self.end - time.monotonic()) / 60

    def over(self):
        return self.left() <= 0


def add_common(parser):
    parser.add_argument("--jax", required=True)
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("-o", "--output", default=PAGE)
    parser.add_argument("--minutes", type=float, help="no row is begun later")
    parser.add_argument("--resume", action="store_true", help="leave out what was measured at this commit")
    return parser
