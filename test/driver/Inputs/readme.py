"""Writes the files and commands of the README's section on C into the current folder."""
import re
import sys

section = open(sys.argv[1], encoding="utf-8").read().split("## A model in a C program")[1].split("\n## ")[0]
for name, text in re.findall(r"`(\w+\.\w+)`:\n\n```\w+\n(.*?)```", section, re.S):
    open(name, "w", encoding="utf-8").write(text)
outside = re.sub(r"```.*?```", "", section, flags=re.S)
open("commands", "w", encoding="utf-8").write("\n".join(re.findall(r"^    (.*)$", outside, re.M)))
