# lit.cfg.py -- how the tests run: lit-22 build/test/FOLDER, or ./bootstrap test for all of them.
#
# A test is a file with RUN lines. On the PATH are the tools of the build (cjaxc, cjax-opt, ...) and
# LLVM's (FileCheck, not, llvm-readelf, ...). Substitutions besides lit's own:
#   %root        the source tree (examples, test data)     %build      the build tree
#   %cc_host     clang for this machine with the project's include path
#   %rt_host     the native runtime library                %python     python3
import importlib.util
import os
import resource
import shutil
import subprocess

import lit.formats

config.name = "cjax"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mlir", ".py", ".test", ".c", ".ll"]
config.excludes = ["pack", "Inputs", "CMakeLists.txt", "lit.cfg.py", "run_suite.py", "compare_output.py", "program_format.py", "bench", "corpus", "corpus.py", "soup.py"]
config.excludes += ["wasi.mjs", "wasm_client.mjs", "web_page.py", "cc_target.sh", "coverage.py", "fuzz_lex.c", "fuzz_parse.c", "fuzz_stage.c"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.cjax_build, "test")

tools = [os.path.join(config.cjax_build, "bin"), os.path.join(config.cjax_llvm, "bin")]
config.environment["PATH"] = os.pathsep.join(tools + [config.environment["PATH"]])
config.environment["CJAX_CACHE_DIR"] = ""  # no cache but where a test says so
for name in ("CJAX_NUM_THREADS", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LLVM_PROFILE_FILE"):
    if name in os.environ:
        config.environment[name] = os.environ[name]

host = f"{config.cjax_cc} -std=c17 -g -O1 -Wall -Wextra -I{config.cjax_source}"
if config.cjax_sanitize:
    host += " -fsanitize=address,undefined"
if "-fprofile-instr-generate" in getattr(config, "cjax_link_flags", ""):
    host += " -fprofile-instr-generate"
# Without traps for what is out of bounds Node reserves no 10 GB for each module.
node = "node --single-threaded --disable-wasm-trap-handler"
config.substitutions += [
    ("%root", config.cjax_source),
    ("%build", config.cjax_build),
    ("%cc_host", host),
    ("%rt_host", os.path.join(config.cjax_build, "lib", "libcjax_rt_native.a") + " " + os.path.join(config.cjax_build, "lib", "cjax", "libz.a") + " -lpthread"),
    ("%python", config.cjax_python),
    ("%wasm", f"{node} --no-warnings {config.cjax_source}/test/driver/Inputs/wasi.mjs"),
    ("%node", node),
]
if config.cjax_sanitize:
    config.available_features.add("sanitizers")

# What test/accuracy measures with.
if os.path.exists("/usr/include/mpfr.h") and os.path.exists("/usr/bin/gcc"):
    config.available_features.add("mpfr")

# Debuggers, and what runs programs for other machines: tests ask for them by name.
config.available_features.update(tool for tool in ("gdb", "mkdocs", "rustc") if shutil.which(tool))
# A browser, plain node and JAX reserve address space that a limit on memory denies.
if resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY:
    config.available_features.add("unlimited")
    if shutil.which("chromium"):
        config.available_features.add("chromium")
if os.path.isdir(os.path.join(config.cjax_build, "packages", "tree")) and shutil.which("dpkg-deb"):
    config.available_features.add("packages")
    # The folder of driver/packaging/try-deb, where a package was tried before.
    if os.path.isdir(os.path.join(config.cjax_build, "bare", "etc")) and os.getuid() == 0:
        config.available_features.add("bare")
for machine in ("aarch64", "riscv64"):
    runtime = os.path.join(config.cjax_build, "lib", "cjax", machine + "-linux-musl", "libcjaxrt.a")
    if os.path.exists(runtime) and shutil.which("qemu-" + machine):
        config.available_features.add(machine)

runtime = os.path.join(config.cjax_build, "lib", "cjax", "wasm32-wasi", "libcjaxrt.a")
if os.path.exists(runtime) and shutil.which("node") and not subprocess.call([*node.split(), "-e", "0"], stderr=subprocess.DEVNULL):
    config.available_features.add("wasm32")

if shutil.which("valgrind") and shutil.which("strace"):
    config.available_features.add("valgrind")

# Modules for Python are over NumPy: CJAX_NUMPY_PYTHON names a Python that has it.
numpy_python = os.environ.get("CJAX_NUMPY_PYTHON")
if numpy_python or importlib.util.find_spec("numpy"):
    config.available_features.add("numpy")
config.substitutions.append(("%numpy_python", numpy_python or config.cjax_python))

# A Python that models can be exported from, with JAX, Flax, Equinox and Orbax: nothing else asks for it.
jax_python = os.environ.get("CJAX_JAX_PYTHON")
if jax_python:
    config.available_features.add("jax")
config.substitutions.append(("%jax_python", jax_python or "false"))

# lit measures time limits with psutil, where there is one.
if importlib.util.find_spec("psutil"):
    lit_config.maxIndividualTestTime = 120
