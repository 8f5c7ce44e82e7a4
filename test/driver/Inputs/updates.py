import io
with open("t.txt", "w+") as f:
    f.write("hello\nworld\n")
    print(f.tell(), f.readable(), f.mode)
with open("t.txt", "r+") as f:
    print(f.read(5), f.tell())
    f.seek(0)
    f.write("J")
with open("t.txt") as f:
    print(repr(f.read()))
with open("t.txt", "a+") as f:
    print(f.tell())
    f.write("more\n")
    f.seek(0)
    print(f.readlines())
    f.seek(0, 2)
    print(f.tell())
with open("t2.txt", "w+") as f:
    f.write("abc")
    f.seek(0)
    print(f.read())
    f.truncate(1)
    f.write("z")
    f.seek(0)
    print(repr(f.read()))
with open("t2.txt") as f:
    print(repr(f.read()))
with open("t.bin", "wb+") as f:
    f.write(bytes(range(10)))
    f.seek(-5, 2)
    print(f.read(2), f.tell())
    f.seek(-1, 1)
    f.write(b"XY")
    f.seek(12)
    f.write(b"end")
    f.seek(0)
    print(f.read())
with open("t.bin", "rb+") as f:
    f.seek(20)
    print(f.write(b""), f.truncate(17), f.tell(), f.seek(0, 2))
with open("t.bin", "rb") as f:
    f.seek(-3, 2)
    print(f.read(), f.tell())
    f.seek(2)
    print(f.read(1), f.tell(), f.seekable(), f.writable())
with open("new.txt", "x+") as f:
    f.write("new\n")
with open("none.txt", "a+") as f:
    print(repr(f.read()))
for what in (lambda: open("t.txt").seek(1, 2),
             lambda: io.StringIO("abc").seek(1, 1),
             lambda: open("t.txt").write("x"),
             lambda: open("nowhere.txt", "r+"),
             lambda: io.BytesIO(b"").seek(-1),
             lambda: open("t.txt", "q+"),
             lambda: open("t.txt", "rb+").write("x"),
             lambda: open("t.txt", "r+").write(3),
             lambda: open("t.txt").truncate()):
    try:
        what()
    except Exception as e:
        print(type(e).__name__, e)
b = io.BytesIO(b"abc")
b.seek(5)
b.write(b"d")
print(b.getvalue(), b.seek(-2, 2), b.read())
with open("lines.txt", "wb") as f:
    f.write(b"one\r\ntwo\r\n")
with open("lines2.txt", "wb+") as f:
    f.write(b"one\r\ntwo\r\n")
with open("lines2.txt", "r+") as f:
    print(f.readlines())
    f.write("three\n")
with open("lines2.txt", newline="") as f:
    print(repr(f.read()))
with open("lines2.txt", "r+", newline="") as f:
    f.write("ONE")
    print(repr(f.read()))
with open("lines2.txt", newline="\n") as f:
    print(f.readlines())
with open("long.txt", "w+") as f:
    f.write("ab")
    print(f.truncate(5), f.truncate(4))
with open("long.bin", "wb+") as f:
    f.write(b"ab")
    print(f.truncate(4), f.tell())
for what in (lambda: open("long.txt", "r+").truncate(-1), lambda: open("long.bin", "rb+").truncate(-2),
             lambda: io.StringIO("abc").truncate(-1), lambda: io.BytesIO(b"abc").truncate(-1),
             lambda: open("long.bin", "rb", encoding="utf-8"), lambda: open("long.bin", "wb", newline=""),
             lambda: open("long.txt", newline="x")):
    try:
        what()
    except Exception as e:
        print(type(e).__name__, e)
