import numpy as np
import served

w = np.linspace(-1, 1, 12, dtype=np.float32).reshape(4, 3)
x = np.sin(np.arange(32, dtype=np.float32)).reshape(8, 4)
scores = 2 * np.tanh(x @ w)
print(served.predict.__doc__)
for n in (1, 3, 4, 8):
    out = served.predict(w, x[:n], 2.0)
    same = np.allclose(out["scores"], scores[:n], atol=1e-5) and (out["class"] == scores[:n].argmax(1)).all()
    print(n, out["class"].shape, out["scores"].shape, bool(same))


def report(f, *args):
    try:
        return f(*args)
    except Exception as e:
        print(f"{type(e).__name__}: {str(e).splitlines()[0]}")


report(served.predict, w, np.zeros((9, 4), np.float32), 2.0)
report(served.predict, w, np.zeros((0, 4), np.float32), 2.0)
report(served.predict, w, np.zeros((3, 5), np.float32), 2.0)
out = served.checked(np.ones((5, 2), np.float32))
print(out.shape, float(out[4, 1]))
report(served.checked, np.full((5, 2), 50, np.float32))
