"""watch.py FOLDER: a session of cjaxc run --watch; each step waits for what the one before prints."""

import os
import subprocess
import sys

os.chdir(sys.argv[1])


def write(name, text):
    with open(name, "w") as f:
        f.write(text)


STEPS = [  # what is waited for, and then: the file and its contents
    ("ended with status 0", "helper.py", "text = 'two'\n"),
    ("ended with status 0", "p.py", "import helper\nprint(helper.txt, x)\nx = y\n"),
    ("waiting", "p.py", "import sys, jax, jax.numpy as jnp\nprint('begins', file=sys.stderr)\n"
     "print(jax.lax.while_loop(lambda i: i >= 0, lambda i: (i + 1) % 7, jnp.int32(0)))\n"),
    ("begins", "p.py", "import sys\nprint('three')\nsys.exit(3)\n"),
    ("ended with status 3", None, None),
]
write("helper.py", "text = 'one'\n")
write("p.py", "import helper\nprint(helper.text)\n")
process = subprocess.Popen(["cjaxc", "run", "--watch", "p.py"], stdout=subprocess.PIPE,
                           stderr=subprocess.STDOUT, text=True)
for wanted, name, text in STEPS:
    while True:
        line = process.stdout.readline()
        print(line, end="", flush=True)
        if wanted in line or not line:
            break
    if name:
        write(name, text)
process.terminate()
process.wait()
print("stopped")
