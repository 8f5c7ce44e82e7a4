"""page.py PAGE FOLDER [PATH...] [--write] [--bash] -- does what a page says, in a folder that has links to the paths.

A block under a line that begins with `NAME` and ends in a colon becomes the file of that name; ```sh blocks are run, one after the other; the ```text block
right behind one is what it prints. --bash: ```bash blocks as well, which need more than others.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys

SHELL = "(?:ba)?sh" if "--bash" in sys.argv else "sh"
BLOCK = re.compile(rf"""
      ^`(?P<name>[\w./-]+)`[^\n]*:\n\n ```\w*\n (?P<file>.*?) ^```\n
    | ^```{SHELL}\n (?P<commands>.*?) ^```\n (?:\n?```text\n (?P<says>.*?) ^```\n)?
""", re.M | re.S | re.X)


def run_commands(commands, folder):
    """What the commands print, and what is wrong with that."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder), "PWD": str(folder)}
    if shutil.which("python3") != sys.executable:
        environment["PATH"] = os.path.dirname(sys.executable) + os.pathsep + environment["PATH"]
    try:
        ran = subprocess.run(["bash", "-ec", commands], cwd=folder, capture_output=True, text=True, timeout=100, env=environment)
    except subprocess.TimeoutExpired:
        return "", "takes too long"
    if ran.returncode:
        return ran.stdout, f"gives {ran.returncode}, and\n{ran.stderr}"
    return ran.stdout, f"says on stderr\n{ran.stderr}" if ran.stderr else None


def check(block, page, line, folder):
    """What the block prints, or None when it is as it should be or only a file."""
    if block["name"]:
        (folder / block["name"]).parent.mkdir(parents=True, exist_ok=True)
        (folder / block["name"]).write_text(block["file"], encoding="utf-8")
        return None
    says, wrong = run_commands(block["commands"], folder)
    if not wrong and says == (block["says"] or ""):
        return None
    wrong = wrong or f"prints\n{says}not\n{block['says'] or ''}"
    print(f"{page.name}:{line}:\n{block['commands']}{wrong}")
    return says


def main():
    page, folder, *paths = [pathlib.Path(word) for word in sys.argv[1:] if word not in ("--write", "--bash")]
    folder = folder.resolve()
    for path in paths:
        (folder / path.name).symlink_to(path.resolve())
    text = page.read_text(encoding="utf-8")
    blocks = list(BLOCK.finditer(text))
    said = [check(block, page, text[:block.start()].count("\n") + 1, folder) for block in blocks]
    if "--write" in sys.argv:
        for block, says in reversed(list(zip(blocks, said))):
            if says and block["says"] is not None:
                text = text[:block.start("says")] + says + text[block.end("says"):]
        page.write_text(text, encoding="utf-8")
    sys.exit(any(says is not None for says in said))


main()
