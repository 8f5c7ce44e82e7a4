# modes: interp
import io
import sys

buf = io.StringIO()
print("a", 1, file=buf)
print("b", 2.5, sep="-", end="!", file=buf)
buf.write("\nlast")
print(repr(buf.getvalue()), buf.tell(), buf.write("xy"))
text = io.StringIO("one\ntwo\nthree")
print(repr(text.readline()), repr(text.read(2)), repr(text.read()), repr(text.read()))
text.seek(0)
print([line.strip() for line in text], text.seek(4), text.readlines())
with io.StringIO() as f:
    f.writelines(["p", "q"])
    f.seek(0)
    f.write("Z")
    print(f.getvalue())
try:
    f.write("more")
except ValueError as e:
    print(e)
sys.stdout.write("written\n")
sys.stdout.flush()
