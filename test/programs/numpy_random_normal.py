# Samples of a normal of several dimensions: each method's factor, signs as LAPACK's.
import numpy as np
for n in (2, 3, 6):
    A = np.random.default_rng(n).normal(size=(n, n))
    S = A @ A.T
    for m in ("svd", "eigh", "cholesky"):
        print(np.random.default_rng(1).multivariate_normal(np.arange(n), S, 2, method=m))
    print(np.random.RandomState(4).multivariate_normal(np.zeros(n), S), np.random.RandomState(4).multivariate_normal(np.zeros(n), S, (2, 1)))
np.random.seed(1)
print(np.random.multivariate_normal([1, 2], [[2.0, 0.5], [0.5, 1.0]], 3))
for bad in (([0], np.eye(2)), ([0, 0], np.ones(2)), ([[0]], np.eye(1))):
    try:
        np.random.default_rng(0).multivariate_normal(*bad)
    except ValueError as e:
        print(e)
import warnings
odd = np.array([[1.0, 2.0], [2.0, 1.0]])
for make in (np.random.default_rng, np.random.RandomState):
    for keywords in ({"check_valid": "raise"}, {"check_valid": "foo"}, {"check_valid": "raise", "tol": 10.0}, {"check_valid": "ignore"}, {}):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                print(make(0).multivariate_normal([0, 0], odd, **keywords).shape)
            except ValueError as e:
                print(e)
        print([(str(w.message), w.category.__name__) for w in caught])
    for bad in (([0], np.eye(2)), ([0, 0], np.ones(2)), ([[0]], np.eye(1))):
        try:
            make(0).multivariate_normal(*bad)
        except ValueError as e:
            print(e)
for keywords in ({"check_valid": "raise"}, {"check_valid": "raise", "tol": 2.0}, {"check_valid": "bar"}):
    try:
        print(np.random.default_rng(0).multivariate_normal([0, 0], odd, method="eigh", **keywords).shape)
    except ValueError as e:
        print(e)
