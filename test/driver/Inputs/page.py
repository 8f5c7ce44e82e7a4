"""page.py PAGE FOLDER -- runs the ```sh blocks of a page in a folder, one after the other; the ```text block right behind one is what
it prints."""
import os
import pathlib
import re
import subprocess
import sys

page, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
failed = False
for block, rest in re.findall(r"(?ms)^```sh\n(.*?)^```\n(?:```text\n(.*?)^```\n)?", page.read_text()):
    ran = subprocess.run(["bash", "-ec", block], cwd=folder, capture_output=True, text=True, timeout=60,
                         env={**os.environ, "HOME": str(folder)})
    if ran.returncode or ran.stderr or ran.stdout != rest:
        print(f"{block}\ngives {ran.returncode}, and\n{ran.stdout}{ran.stderr}\nnot\n{rest}")
        failed = True
sys.exit(failed)
