"""Compares the blocks of docs/transforms.md with what cjax-opt prints: docs_blocks.py DOCUMENT CJAX_OPT

A block after a comment `<!-- cjax-opt FLAGS -->` is input; the lines of the blocks that follow stand in its output, in order."""
import re
import subprocess
import sys


def lines(text):
    return [" ".join(line.split()) for line in text.split("\n") if line.strip() and line.strip() != "}"]


def main(document, tool):
    text = open(document).read()
    blocks = re.findall(r"(?:<!-- cjax-opt (.*?) -->\n)?```mlir\n(.*?)```", text, re.S)
    output, checked = [], 0
    for flags, block in blocks:
        if flags:
            r = subprocess.run([tool, *flags.split(), "-"], input=block, capture_output=True, text=True)
            if r.returncode:
                sys.exit(r.stderr)
            output = lines(r.stdout)
            continue
        for line in lines(block):
            if line not in output:
                sys.exit(f"not printed, or not in this order: {line}\n" + "\n".join(output))
            output = output[output.index(line) + 1:]
            checked += 1
    print(f"{len(blocks)} blocks, {checked} lines")


main(*sys.argv[1:])
