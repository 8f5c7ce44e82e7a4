"""Runs a program as python does, and notes which of its lines wrote each line of output.

arguments: the number of a file for the notes, the program, its arguments
"""
import io
import os
import runpy
import sys

notes, program = int(sys.argv[1]), sys.argv[2]
written_by, at_start = [], True


class Stdout(io.TextIOWrapper):
    def write(self, text):
        global at_start
        frame = sys._getframe(1)
        while frame and frame.f_code.co_filename != program:
            frame = frame.f_back
        for line in text.splitlines(keepends=True):
            if at_start:
                written_by.append(frame.f_lineno if frame else 0)
            at_start = line.endswith("\n")
        return super().write(text)


sys.argv = sys.argv[2:]
sys.path[0] = os.path.dirname(os.path.abspath(program))
sys.stdout = Stdout(sys.stdout.detach(), encoding="utf-8", errors="surrogateescape")
try:
    runpy.run_path(program, run_name="__main__")
finally:
    sys.stdout.flush()
    os.write(notes, " ".join(map(str, written_by)).encode())
