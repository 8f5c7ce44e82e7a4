# modes: interp
import os
from pathlib import Path, PurePosixPath

p = Path("data") / "run1" / "weights.tar.gz"
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, str(p.parents[1]), len(p.parents))
print(Path("/a/b/../c"), Path("a//b/./c/"), Path(), Path("/"), Path("/").name == "", Path("a", "/b"), Path(".hidden").suffix == "")
print(p.with_suffix(".npy"), p.with_name("x.txt"), p.with_stem("best"), Path("x").joinpath("y", "z"), "pre" / Path("x"))
print(Path("a/b/c").relative_to("a"), Path("a/b").is_relative_to("a/b"), Path("a") == Path("./a"), hash(Path("a")) == hash(Path("a")))
print(Path("/a").is_absolute(), sorted([Path("b"), Path("a/c"), Path("a")]), Path("x").as_posix(), os.fspath(Path("q")))
print(PurePosixPath("m/n"), Path("no/such/file").exists(), Path("/").is_dir(), Path("/").is_file(), Path("a.b.").suffix == "")
for bad in (lambda: Path("a").relative_to("b"), lambda: Path("a").with_suffix("x"), lambda: Path("/").with_name("x")):
    try:
        bad()
    except ValueError as e:
        print(str(e)[:40])

print(os.path.join("a", "b", "/c", "d"), os.path.split("/a/b/c.txt"), os.path.splitext("x.tar.gz"), os.path.splitext(".rc"))
print(os.path.basename("/a/b/"), os.path.dirname("/a/b"), os.path.normpath("a/../b//c/."), os.path.isabs("/x"), os.sep)
print(os.path.relpath("/a/b/c", "/a/d"), os.path.commonprefix(["/usr/lib", "/usr/local"]), os.path.exists("/nonexistent"))
print(os.path.commonpath(["/usr/lib/x", "/usr/lib/y"]), os.path.isfile("/"), os.path.isdir("/"), os.linesep == "\n")
