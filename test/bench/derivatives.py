#!/usr/bin/env python3
"""derivatives.py --jax PYTHON -- memory and time of derivatives beside JAX: the section 'Derivatives' of docs/performance.md.

measure.py calls it; by itself it replaces the section and leaves the rest of the page.  Memory: of cjax what the process of the
executable takes beyond one without the derivative, of JAX the buffers for results and temporaries that its compiler reports.
"""
import argparse
import fcntl
import os
import re
import subprocess
import tempfile
import time

import page

os.environ["CJAX_CACHE_DIR"] = ""  # what is measured is compiled
ONE_THREAD = dict(os.environ, CJAX_NUM_THREADS="1", JAX_PLATFORMS="cpu", OMP_NUM_THREADS="1",
                  XLA_FLAGS="--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")

SCAN = """import jax
import jax.numpy as jnp
from jax import lax

def step(c, _):
    return jnp.sin(c) * 1.01, None

def loss(c):
    return lax.scan(step, c, None, length=10000)[0].sum()

def block(c, _):
    return lax.scan(step, c, None, length=100)[0], None

def loss_in_blocks(c):
    return lax.scan(jax.checkpoint(block), c, None, length=100)[0].sum()

f, x = jax.jit(jax.grad({loss})), jnp.linspace(0.0, 1.0, 64)
"""

LAYERS = """import jax
import jax.numpy as jnp

def loss(params, x):
    for w, b in params:
        x = jnp.tanh(x @ w + b)
    return jnp.mean(x ** 2)

x = [(jnp.eye(256) * 0.9, jnp.zeros(256)) for _ in range(12)]
data = jnp.linspace(-1.0, 1.0, 512 * 256).reshape(512, 256)
f = jax.jit(jax.grad(lambda p: loss(p, data)))
"""

PER_EXAMPLE = """import time
import jax
import jax.numpy as jnp

def loss(p, x, y):
    h = jnp.tanh(x @ p["a"] + p["c"])
    return jnp.sum((h @ p["b"] - y) ** 2)

def by_vmap(p, x, y):
    return jax.vmap(jax.grad(loss), in_axes=(None, 0, 0))(p, x, y)

def by_hand(p, x, y):
    h = jnp.tanh(x @ p["a"] + p["c"])
    r = 2 * (h @ p["b"] - y)
    dh = (r @ p["b"].T) * (1 - h * h)
    return {"a": x[:, :, None] * dh[:, None, :], "c": dh, "b": h[:, :, None] * r[:, None, :]}

k = jax.random.split(jax.random.key(0), 4)
p = {"a": jax.random.normal(k[0], (64, 64)), "c": jnp.zeros(64), "b": jax.random.normal(k[1], (64, 8))}
x, y = jax.random.normal(k[2], (128, 64)), jax.random.normal(k[3], (128, 8))
for name, fun in (("vmap", by_vmap), ("hand", by_hand)):
    f = jax.jit(lambda p, x, y: {n: v.sum(0) + v.max(0) for n, v in fun(p, x, y).items()})
    p2 = jax.block_until_ready(f(p, x, y))
    best = 1e9
    for _ in range(20):
        t = time.perf_counter()
        jax.block_until_ready(f(p, x, y))
        best = min(best, time.perf_counter() - t)
    print(name, best * 1e3)
"""


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w") as out:
        out.write(text)
    return path


def built(cjaxc, folder, text):
    program = write(folder, "bench.py", text)
    subprocess.run([cjaxc, program, "-o", program[:-3]], check=True)
    return program[:-3]


def state(pid):
    """What the kernel says of a process: its state, and the most memory that it had."""
    with open(f"/proc/{pid}/status") as f:
        text = f.read()
    high = re.search(r"^VmHWM:\s+(\d+) kB", text, re.M)
    return re.search(r"^State:\s+(\w)", text, re.M).group(1), int(high.group(1)) * 1024 if high else 0


def peak(exe):
    """The most memory that the process had, in bytes: read when it waits to write its result to a pipe that is full."""
    read, write_end = os.pipe()
    fcntl.fcntl(write_end, fcntl.F_SETPIPE_SZ, 4096)
    os.write(write_end, bytes(4096))
    pid = os.posix_spawn(exe, [exe], ONE_THREAD, file_actions=[(os.POSIX_SPAWN_DUP2, write_end, 1)])
    waits = 0
    while waits < 3:
        time.sleep(0.02)
        now, high = state(pid)
        waits = waits + 1 if now == "S" else 0
    os.close(write_end)
    while os.read(read, 65536):
        pass
    os.close(read)
    os.waitpid(pid, 0)
    return high


def mb(n):
    return f"{n / 1e6:.2f} MB"


def memory_row(tools, folder, what, text, goal):
    """The peak beyond that of a program that has the same arguments and no derivative."""
    cjaxc, jax = tools
    ours = peak(built(cjaxc, folder, text + "print(jax.tree.leaves(f(x))[0].sum())\n"))
    none = peak(built(cjaxc, folder, text + "print(jax.tree.leaves(x)[0].sum())\n"))
    program = write(folder, "theirs.py", text + "m = f.lower(x).compile().memory_analysis()\n"
                    "print(m.temp_size_in_bytes + m.output_size_in_bytes)\n")
    theirs = int(subprocess.run([jax, program], check=True, capture_output=True, text=True, env=ONE_THREAD).stdout)
    return what, mb(max(ours - none, 0)), mb(theirs), goal


def chain(n):
    """A function of n ops and its gradient, as a module."""
    ops = ["sin", "cos", "tanh", "mul"]
    lines = ["func.func private @f(%x0: tensor<8xf32>) -> tensor<8xf32> {"]
    for i in range(n):
        op = ops[i % 4]
        lines.append(f"  %x{i + 1} = cjax.{op} %x{i}{', %x0' if op == 'mul' else ''} : tensor<8xf32>")
    pair = "(tensor<8xf32>, tensor<8xf32>)"
    return "\n".join(lines) + f"""
  return %x{n} : tensor<8xf32>
}}
func.func @main(%x: tensor<8xf32>) -> tensor<8xf32> {{
  %y:2 = cjax.vjp @f(%x, %x) wrt [0] : {pair} -> {pair}
  return %y#1 : tensor<8xf32>
}}
"""


def cpu(command):
    """The least processor time of some runs, in seconds."""
    best = float("inf")
    for _ in range(3):
        pid = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
        _, status, used = os.wait4(pid, 0)
        if status:
            raise SystemExit(f"{' '.join(command)}: status {status}")
        best = min(best, used.ru_utime + used.ru_stime)
    return best


def expansion_rows(opt, folder):
    """--expand-transforms, less what reading and printing the module takes."""
    for n, goal in ((10000, "500 ms"), (100000, "ten times that")):
        path = write(folder, "chain.mlir", chain(n))
        took = cpu([opt, "--expand-transforms", path]) - cpu([opt, path])
        yield f"expansion of the gradient of {n:,} ops, printing included", f"{took * 1e3:.0f} ms", "", goal


def timings(command):
    out = subprocess.run(command, check=True, capture_output=True, text=True, env=ONE_THREAD).stdout
    return dict((name, float(t)) for name, t in re.findall(r"^(\w+) (\S+)$", out, re.M))


def per_example_row(tools, folder):
    cjaxc, jax = tools
    exe = built(cjaxc, folder, PER_EXAMPLE)
    program = write(folder, "theirs.py", PER_EXAMPLE)
    runs = [(timings([exe]), timings([jax, program])) for _ in range(3)]
    text = []
    for side in (0, 1):
        vmap, hand = (min(r[side][k] for r in runs) for k in ("vmap", "hand"))
        text.append(f"{vmap:.3g} ms, by hand {hand:.3g} ms ({vmap / hand:.2f}x)")
    return "per-example gradients by vmap(grad), 128 examples", *text, "1.2x by hand"


def rows(jax, build):
    tools = os.path.join(build, "bin", "cjaxc"), jax
    with tempfile.TemporaryDirectory() as folder:
        yield memory_row(tools, folder, "memory of grad through a scan of 10,000 steps, 64 floats carried", SCAN.format(loss="loss"),
                         "JAX's memory")
        yield memory_row(tools, folder, "the same in 100 checkpointed blocks", SCAN.format(loss="loss_in_blocks"), "O(sqrt T)")
        yield memory_row(tools, folder, "memory of grad through 12 layers, 512 x 256", LAYERS, "JAX's memory")
        yield from expansion_rows(os.path.join(build, "bin", "cjax-opt"), folder)
        yield per_example_row(tools, folder)


def main(argv=None):
    parser = page.add_common(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    args = parser.parse_args(argv)
    text = ("Made by `test/bench/derivatives.py`: memory beyond that of the program without its derivative (JAX: its buffers for results and temporaries); "
            "processor time of the expansion; best of several runs.\n\n")
    page.replace_section(args.output, "Derivatives", text + page.table("what | cjax | JAX 0.10.2 | at most", rows(args.jax, args.build)))


if __name__ == "__main__":
    main()
