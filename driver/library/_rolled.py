# Builtins over many values that only the executable knows, as loops that become one.


def total(items, start):
    for v in items:
        start = start + v
    return start


def least(items):
    best = items[0]
    for v in items:
        if v < best:
            best = v
    return best


def greatest(items):
    best = items[0]
    for v in items:
        if v > best:
            best = v
    return best


def power_mod(base, exponent, modulus):
    if modulus == 0:
        raise ValueError("pow() 3rd argument cannot be 0")
    if exponent < 0:
        base, exponent = _inverse(base, modulus), -exponent
    base, result = base % modulus, 1 % modulus
    while exponent > 0:
        if exponent % 2 == 1:
            result = result * base % modulus
        base, exponent = base * base % modulus, exponent // 2
    return result


def _inverse(base, modulus):
    a, b, u, v = base % modulus, modulus, 1, 0
    while b != 0:
        q = a // b
        a, b, u, v = b, a - q * b, v, u - q * v
    if a != 1 and a != -1:
        raise ValueError("base is not invertible for the given modulus")
    return u % modulus


def bit_length(n):
    n, length = abs(n), 0
    while n > 0:
        n, length = n // 2, length + 1
    return length


def bit_count(n):
    n, ones = abs(n), 0
    while n > 0:
        n, ones = n // 2, ones + n % 2
    return ones
