# eval, exec and compile of texts that are known while compiling.
import jax
import jax.numpy as jnp
print(eval("1 + 1"), eval("[i**2 for i in range(4)]"), eval(" (3,\n 4)"))
x = jnp.arange(3.)
print(eval("jnp.sum(x * 2)"))
f = eval("lambda x: x**2 + 1")
print(f(3), jax.grad(f)(2.0))
def g(a):
    b = 2
    return eval("a * b + c", {"a": a, "b": b, "c": 10}), eval("a + b")
print(g(5))
ns = {"k": 3}
exec("def h(x):\n    return x * k\ny = h(7)", ns)
print(ns["y"], ns["h"](2), sorted(n for n in ns if not n.startswith("__")))
exec("z = 12")
print(z)
code = compile("q = 1\nfor i in range(3): q += i", "<gen>", "exec")
d = {}
exec(code, {}, d)
print(d["q"], code.co_filename)
print(eval(compile("2 ** 10", "<e>", "eval")))
loc = {"a": 1}
print(eval("a + b", {"b": 5}, loc), loc)
class C: pass
for name in ("alpha", "beta"):
    exec(f"def {name}(self): return '{name}!'", globals())
    setattr(C, name, globals()[name])
print(C().alpha(), C().beta())
try:
    eval("1 / 0")
except ZeroDivisionError as e:
    print(e)
try: eval(3)
except TypeError as e: print(e)
try: exec("x", 3)
except TypeError as e: print(e)
for option in {"flags": 1}, {"optimize": 2}:
    try: compile("1", "f", "eval", **option)
    except NotImplementedError as e: print(e)
print(eval(compile("3", "f", "eval", 0, True, -1)))
try: eval("x = 3")
except SyntaxError as e: print("no expression")
