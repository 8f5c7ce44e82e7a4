# A RecursionError of generators leaves the depth as it was.
# RUN: cjaxc run --interpret %s | FileCheck %s


def nested(n):
    if n:
        yield from nested(n - 1)
    yield n


for i in range(30):
    try:
        list(nested(100000))
    except RecursionError:
        pass
# CHECK: 300
print(len(list(nested(299))))
