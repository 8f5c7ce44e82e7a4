"""Errors of what was read, caught where they happen."""
import sys

total, bad = 0.0, 0
for line in sys.stdin:
    word, _, rest = line.partition(" ")
    try:
        total += float(word)
    except ValueError as e:
        print("skipped:", e, rest.strip())
        bad += 1
        continue
    if total > 5:
        print("enough")
        break
print(total, bad, repr(sys.stdin.read(3)), repr(sys.stdin.readline()))
try:
    n = int(input("n? "))
except (ValueError, EOFError) as e:
    print(type(e).__name__, e)
    n = -1
print(n)
a, b = map(int, input().split())
print(a * b)
