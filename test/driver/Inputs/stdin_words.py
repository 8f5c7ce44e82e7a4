import sys
best, longest, n = "", "", 0
words = 0
for line in sys.stdin:
    line = line.strip().upper()
    if len(line) > len(longest):
        longest = line
    if line.startswith("X") and n > 3:
        best = line.replace("X", "y")
    n += 1
    words += len(line.split())
print(n, words, longest, best, line)
