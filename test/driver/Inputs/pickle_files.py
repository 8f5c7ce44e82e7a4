import pickle
import sys

x = float(sys.argv[1])
with open("x.pkl", "wb") as f:
    pickle.dump({"a": [1, -300, 2**65, 2.5, None, True], "b": ("é", b"x", {3}), "run": x, "n": int(x * 6), "yes": x > 0}, f)
