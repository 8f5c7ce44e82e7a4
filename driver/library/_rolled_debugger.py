"""The debugger of jax.debug.breakpoint: it reads commands from standard input when the executable gets there.

An expression is a name, or a part of one: what can be asked for is listed while compiling.
"""

from _cjax import argv as _argv

_HELP = """
Documented commands (type help <topic>):
========================================
EOF  c     continue  down  help  list  pp  quit  up  where
bt   cont  d         exit  l     p     q   u     w 
"""
_TOPICS = {
    ("p",): "p expression\n    Evaluates and prints the value of an expression\n    ",
    ("pp",): "pp expression\n    Evaluates and pretty-prints the value of an expression\n    ",
    ("u", "up"): "u(p)\n    Move up a stack frame.\n    ",
    ("d", "down"): "d(own)\n    Move down a stack frame.\n    ",
    ("l", "list"): "l(ist)\n    List source code for the current file.\n    ",
    ("c", "cont", "continue"): "c(ont(inue))\n    Continue the program's execution.\n    ",
    ("q", "quit", "exit", "EOF"): "q(uit)\n(exit)\n    Quit the debugger. The program is given an exit command.\n    ",
    ("w", "where", "bt"): "w(here)\n    Prints a stack trace with the most recent frame on the bottom.\n"
                          "    'bt' is an alias for this command.\n    ",
    ("help",): 'List available commands with "help" or detailed help with "help cmd".',
}
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"


def session(frames, names):
    """Commands until one goes on; frames: (file, line, first line, source lines), names: {text: repr} of each."""
    print("Entering jdb:")
    at, last = 0, ""
    while True:
        print("(jdb) ", end="")
        line = _argv.read_line(-1, 0)
        ended = line == ""
        line = line.strip()
        if ended:
            line = "EOF"
        elif line == "":
            line = last
        last = line
        command = _command(line)
        rest = line[len(command):].strip()
        if command == "c" or command == "cont" or command == "continue":
            break
        elif command == "q" or command == "quit" or command == "exit" or command == "EOF":
            raise SystemExit(1)
        elif command == "u" or command == "up":
            if at == len(frames) - 1:
                print("At topmost frame.")
            else:
                at = at + 1
            _context(frames, at, 2)
        elif command == "d" or command == "down":
            if at == 0:
                print("At bottommost frame.")
            else:
                at = at - 1
            _context(frames, at, 2)
        elif command == "l" or command == "list":
            _context(frames, at, 5)
        elif command == "w" or command == "where" or command == "bt":
            print(_backtrace(frames))
        elif command == "help" or command == "?":
            _help(rest)
        elif command == "p" or command == "pp":
            _show(names, at, rest)
        elif line != "":
            _show(names, at, line)


def _command(line):
    """The letters that a line begins with: "?" is help."""
    n = 0
    while n < len(line) and line[n] in _LETTERS:
        n = n + 1
    if line.startswith("?"):
        n = 1
    return line[:n]


def _show(names, at, text):
    text = text.replace('"', "'")
    found = False
    for k in range(len(names)):
        if at == k:
            for name, shown in names[k].items():
                if text == name:
                    print(shown)
                    found = True
    if not found:
        if text == "":
            print("*** SyntaxError: invalid syntax")
        elif len(_command(text)) == len(text):
            print(f"*** NameError: name '{text}' is not defined")
        else:
            print(f"*** cannot evaluate {text}: an executable knows variables and their parts only")


def _context(frames, at, count):
    for k in range(len(frames)):
        if at == k:
            print(context(*frames[k], count))


def context(file, line, first, source, count):
    """The lines around the one where a frame is."""
    offset = line - max(first, 1)
    out = [f"> {file}({line})"]
    for i, text in enumerate(source + [""] if first else source):
        if offset - 1 - count <= i <= offset + count:
            out.append(f"->  {text}" if i == offset else f"    {text}")
    return "\n".join(out)


def _backtrace(frames):
    out = ["Traceback:"]
    for file, line, first, source in frames[::-1]:
        out += [f'  File "{file}", line {line}', f"    {source[line - max(first, 1)].strip()}"]
    return "\n".join(out)


def _help(topic):
    known = False
    for words, text in _TOPICS.items():
        for word in words:
            if topic == word:
                print(text)
                known = True
    if topic == "":
        print(_HELP)
    elif not known:
        print(f"*** No help on {topic}")
