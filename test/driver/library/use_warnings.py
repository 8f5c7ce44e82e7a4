# modes: interp
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("first")
    warnings.warn("second", RuntimeWarning)
    warnings.warn(DeprecationWarning("third"))
for w in caught:
    print(w.category.__name__, w.message, w.lineno, type(w.message).__name__)


def check(x):
    if x < 0:
        warnings.warn(f"negative: {x}", stacklevel=2)
    return abs(x)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("default")
    for i in range(3):
        check(-1)
    check(-1)
print([(w.lineno, str(w.message)) for w in caught], len(caught))

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        check(-5)
    except UserWarning as e:
        print("raised", e, repr(e))
with warnings.catch_warnings(record=True) as caught:
    warnings.filterwarnings("ignore", category=RuntimeWarning)
    warnings.filterwarnings("ignore", message=".*spam")
    warnings.warn("gone", RuntimeWarning)
    warnings.warn("Spam and eggs")
    warnings.warn("with spam")
    warnings.warn("stays", FutureWarning)
print([str(w.message) for w in caught])


class Slow(UserWarning):
    pass


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("once", Slow)
    for _ in range(4):
        warnings.warn("slow path", Slow)
print(len(caught), issubclass(caught[0].category, UserWarning), caught[0].filename.endswith("use_warnings.py"))
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("nothing")
for bad in (lambda: warnings.warn("x", int), lambda: warnings.simplefilter("never")):
    try:
        bad()
    except (TypeError, ValueError, AssertionError) as e:
        print(type(e).__name__ in ("TypeError", "ValueError", "AssertionError"))
