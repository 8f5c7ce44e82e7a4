import sys
for line in sys.stdin:
    words = line.split()
    if not words:
        continue
    try:
        key, value = line.split("=")
    except ValueError as e:
        print("?", e, len(words))
        continue
    total = 0.0
    for w in value.split(","):
        total += float(w)
    print(key.strip(), total, words[0], words[-1], line.rpartition(",")[2].strip())
