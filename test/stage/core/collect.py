# The collector: garbage of every kind does not add up, and what is reachable stays as it is.
# RUN: bash -c 'ulimit -d 420000; cjaxc run --interpret %s' | FileCheck %s


class Node:
    def __init__(self, value, left=None):
        self.value = value
        self.left = left
        self.itself = self


def countdown(n):
    while n:
        yield n, [n]
        n -= 1


kept = {str(i): Node(i, [i, (i, str(i) * 3)]) for i in range(2000)}
big = [3 ** (100 + i) for i in range(50)]
pending = countdown(1000000)
next(pending)
total = 0
for i in range(300000):
    a = Node(i, Node(i + 1))
    b = [a, (i, a), {i: a}, {str(i)}, f"{i} {a.value:5d}", 7 ** (60 + i % 3), b"x" * 30]
    b.append(b)
    total += len(b[4]) + next(pending)[1][0] % 2
    if i % 100000 == 0:
        whole = [0] * 500000

# CHECK: 3838890
print(total)
# CHECK: True True 49999999
print(all(kept[str(i)].left == [i, (i, str(i) * 3)] for i in range(2000)),
      all(big[i] == 3 ** (100 + i) for i in range(50)), next(pending)[0] + 49300000)
