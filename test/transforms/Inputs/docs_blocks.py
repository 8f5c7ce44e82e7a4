"""Compares the blocks of a document with what cjax-opt prints: docs_blocks.py DOCUMENT CJAX_OPT

A block after a comment `<!-- cjax-opt FLAGS -->` is input; the lines of the blocks that follow stand in its output, in order.  A
block after `<!-- then FLAGS -->` is output of the last input with these flags added to those before."""
import re
import subprocess
import sys


def lines(text):
    return [" ".join(line.split()) for line in text.split("\n") if line.strip() and line.strip() != "}"]


def run(tool, flags, text):
    r = subprocess.run([tool, *flags, "-"], input=text, capture_output=True, text=True)
    if r.returncode:
        sys.exit(r.stderr)
    return lines(r.stdout)


def main(document, tool):
    text = open(document).read()
    blocks = re.findall(r"(?:<!-- (cjax-opt|then) (.*?) -->\n)?```mlir\n(.*?)```", text, re.S)
    source, used, output, checked = "", [], [], 0
    for word, flags, block in blocks:
        if word == "cjax-opt":
            source, used = block, flags.split()
        elif word == "then":
            used = used + flags.split()
        if word:
            output = run(tool, used, source)
        if word == "cjax-opt":
            continue
        for line in lines(block):
            if line not in output:
                sys.exit(f"not printed, or not in this order: {line}\n" + "\n".join(output))
            output = output[output.index(line) + 1:]
            checked += 1
    print(f"{len(blocks)} blocks, {checked} lines")
    listed = subprocess.run([tool, "--help"], capture_output=True, text=True).stdout
    shown = set(re.findall(r"^## `--([\w-]+)`", text, re.M))
    print("not shown:", sorted(p for p in re.findall(r"^  --([\w-]+)", listed, re.M) if p not in shown and "lower-" not in p))


main(*sys.argv[1:])
