import sys
text = sys.stdin.read()
rows = text.splitlines()
print(len(rows), rows[0], rows[-1])
n = 0
for row in rows:
    n += len(row.split(";"))
    for k, cell in enumerate(row.split(";")):
        print(k, repr(cell), end=" ")
    print()
print(n)
for w in text.split():
    print(w)
print(len("".split(",")) + len(text.split(",")))
