"""terminal.py COMMAND: what it writes to a terminal, as a string of Python, in brackets."""

import os
import pty
import sys

pid, fd = pty.fork()
if pid == 0:
    os.environ["TERM"] = "xterm"
    os.execvp(sys.argv[1], sys.argv[1:])
text = b""
while True:
    try:
        more = os.read(fd, 4096)
    except OSError:
        break
    if not more:
        break
    text += more
os.waitpid(pid, 0)
print("[" + repr(text.decode())[1:-1] + "]")
