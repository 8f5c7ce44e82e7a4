"""lit's test format for programs.

Programs with recorded outputs: each FILE.py or FILE.mlir that has a FILE.out beside it, here and in examples/, is run in four ways.

  interp    cjaxc run --interpret        O0, O3    compiled, one thread        threads    -O3 with CJAX_NUM_THREADS=2

The outputs were recorded from JAX (`# jax: VERSION` in the first lines of FILE.out's program says which when it matters) and
are compared by ../compare_output.py.  A program may leave out ways: `# modes: O3 interp`.
"""

import os
import re
import subprocess
import tempfile

import lit.formats
import lit.Test

from compare_output import difference

MODES = ["interp", "O0", "O3", "threads"]


class ProgramTest(lit.formats.TestFormat):
    def __init__(self, source, build):
        self.source, self.build = source, build

    def getTestsForPath(self, suite, path_in_suite, lit_config, local_config):
        *folder, name = path_in_suite
        for test in self.getTestsInDirectory(suite, tuple(folder), lit_config, local_config):
            if test.path_in_suite[-2] == name:
                yield test

    def getTestsInDirectory(self, suite, path_in_suite, lit_config, local_config):
        here = suite.getSourcePath(path_in_suite)
        folders = [here] + ([os.path.join(self.source, "examples")] if os.path.basename(here) == "programs" else [])
        for folder in folders:
            for name in sorted(os.listdir(folder)):
                stem, ext = os.path.splitext(name)
                if ext in (".py", ".mlir") and os.path.exists(os.path.join(folder, stem + ".out")):
                    text = open(os.path.join(folder, name)).read(2000)
                    asked = re.search(r"^# modes: (.*)$", text, re.M)
                    for mode in asked.group(1).split() if asked else MODES:
                        test = lit.Test.Test(suite, path_in_suite + (name, mode), local_config)
                        test.program = os.path.join(folder, name)
                        yield test

    def execute(self, test, lit_config):
        mode = test.path_in_suite[-1]
        wanted = open(os.path.splitext(test.program)[0] + ".out").read()
        cjaxc = os.path.join(self.build, "bin", "cjaxc")
        env = dict(os.environ, CJAX_NUM_THREADS="2" if mode == "threads" else "1")
        with tempfile.TemporaryDirectory() as folder:
            exe = os.path.join(folder, "program")
            if mode == "interp":
                command = [cjaxc, "run", "--interpret", test.program]
            else:
                build = [cjaxc, "-O0" if mode == "O0" else "-O3", test.program, "-o", exe]
                code, out, err = self.run(build, env)
                if code:
                    return lit.Test.FAIL, f"{' '.join(build)}\n{out}{err}"
                command = [exe]
            code, out, err = self.run(command, env)
        if code:
            return lit.Test.FAIL, f"{' '.join(command)}: exit status {code}\n{out[-2000:]}{err[-4000:]}"
        found = difference(wanted, out)
        return (lit.Test.FAIL, f"{test.program}: {found}\n{err}") if found else (lit.Test.PASS, "")

    def run(self, command, env):
        try:
            done = subprocess.run(command, capture_output=True, text=True, env=env, timeout=300)
        except subprocess.TimeoutExpired:
            return 124, "", "timed out after 300 s"
        return done.returncode, done.stdout, done.stderr

