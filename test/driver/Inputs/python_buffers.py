def kinds(a, b, c, d, e, f, g):
    return {"f16": a * 2, "bf16": b * 2, "c": c * 1j, "z": d * 2, "bool": ~e, "u": f + 1, "i": g - 1}


def half(x):
    return x / 2


def scale(x, y):
    return x * y, x.sum(1)


def nothing(x):
    return x
