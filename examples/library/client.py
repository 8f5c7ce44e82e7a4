# Calls the library from Python, by the module that cjaxc makes (docs/artifacts.md). Needs NumPy, not JAX.
import numpy as np
import tracker

print("tracker." + repr(tracker.step)[1:-1])
state = tracker.init(np.array([0, 1, 2], np.float32))
state, error = tracker.step(state, np.array([1, 1, 2], np.float32), dt=0.1)
print(state, error)

file = np.load("params.npz")
params = {"hidden": {"w": file["hidden/w"], "b": file["hidden/b"]}, "out": {"w": file["out/w"]}}
result = tracker.predict(params, np.ones((8, 4), np.float32))
print(list(result), result["probabilities"].shape, result["probabilities"].dtype)

for wrong in [lambda: tracker.step(state, np.ones(3), 0.1), lambda: tracker.predict(params, np.ones((8, 5), np.float32)),
              lambda: tracker.predict({"hidden": {}, "out": {}}, None), lambda: tracker.step(state, state.position, "fast")]:
    try:
        wrong()
    except (TypeError, ValueError) as e:
        print(f"{type(e).__name__}: {e}")
