#!/usr/bin/env python3
"""packages.py BUILD FOLDER -- packages of cjaxc-static, which need the libc only: a wheel, a .deb, a .tar.xz.

In the wheel the command is a script, and lib/cjax goes beside its folder, where cjaxc looks for it; there is no Python in it.
All is made in FOLDER.part, which becomes FOLDER when it is complete: one that is interrupted leaves the packages that were there."""
import base64
import hashlib
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile

METADATA = """Metadata-Version: 2.1
Name: cjaxc
Version: {version}
Summary: ahead-of-time compiler for JAX programs
License: Apache-2.0 WITH LLVM-exception
Requires-Python: >=3.9
"""
WHEEL = """Wheel-Version: 1.0
Generator: cjax
Root-Is-Purelib: false
Tag: {tag}
"""


CONTROL = """Package: cjax
Version: {version}
Architecture: amd64
Maintainer: cjax maintainers
Installed-Size: {size}
Depends: libc6 (>= {glibc})
Section: devel
Priority: optional
Description: ahead-of-time compiler for JAX programs
 With LLVM, MLIR and the linker inside.
"""


def glibc_needed(program):
    symbols = subprocess.run(["llvm-readelf-22", "--version-info", program], capture_output=True, text=True, check=True).stdout
    return max((int(a), int(b)) for a, b in re.findall(r"GLIBC_(\d+)\.(\d+)", symbols))


def libraries_needed(program):
    needed = subprocess.run(["llvm-readelf-22", "--needed-libs", program], capture_output=True, text=True, check=True).stdout
    return set(re.findall(r"\S+\.so\S*", needed)) - {"libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2"}


def pack_wheel(tree, program, version, tag, out):
    info, data = f"cjaxc-{version}.dist-info", f"cjaxc-{version}.data"
    files = {f"{info}/METADATA": METADATA.format(version=version).encode(), f"{info}/WHEEL": WHEEL.format(tag=tag).encode(),
             f"{data}/scripts/cjaxc": program.read_bytes()}
    for path in sorted((tree / "lib/cjax").rglob("*")) + sorted((tree / "share/doc/cjax").rglob("*")):
        if path.is_file():
            files[f"{data}/data/{path.relative_to(tree)}"] = path.read_bytes()
    record = ""
    path = out / f"cjaxc-{version}-{tag}.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as wheel:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100755 if "/scripts/" in name else 0o100644) << 16
            wheel.writestr(entry, text)
            digest = base64.urlsafe_b64encode(hashlib.sha256(text).digest()).rstrip(b"=").decode()
            record += f"{name},sha256={digest},{len(text)}\n"
        wheel.writestr(zipfile.ZipInfo(f"{info}/RECORD", (2020, 1, 1, 0, 0, 0)), record + f"{info}/RECORD,,\n")
    return path


def pack_deb(tree, version, glibc, out):
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    size = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file()) // 1024
    control.write_text(CONTROL.format(version=version, glibc=f"{glibc[0]}.{glibc[1]}", size=size))
    path = out / f"cjax-{version}-static.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", tree, path], check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(control.parent)
    return path


def pack_tar(tree, version, out):
    path = out / f"cjax-{version}-static.tar.xz"
    subprocess.run(["tar", "-C", tree, "--owner=0", "--group=0", "-cJf", path.resolve(), "usr"], check=True)
    return path


def make(build, out):
    """The packages in the new folder `out`; lines that tell their sizes."""
    root = out / "tree"
    tree, program = root / "usr", root / "usr/bin/cjaxc"
    subprocess.run(["cmake", "--install", build, "--prefix", tree], check=True, stdout=subprocess.DEVNULL)
    (tree / "bin/cjax-opt").unlink()
    subprocess.run(["llvm-strip-22", "-o", program, build / "bin/cjaxc-static"], check=True)
    if libraries_needed(program):
        sys.exit(f"packages.py: {program} needs {', '.join(sorted(libraries_needed(program)))}")
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    glibc = glibc_needed(program)
    tag = "py3-none-manylinux_{}_{}_x86_64".format(*glibc)
    made = pack_wheel(tree, program, version, tag, out), pack_deb(root, version, glibc, out), pack_tar(root, version, out)
    return [f"{path.name} {path.stat().st_size / 1e6:.1f} MB" for path in (*made, program)]


def main():
    build, out = map(pathlib.Path, sys.argv[1:])
    part = out.with_name(out.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        said = make(build, part)
        shutil.rmtree(out, ignore_errors=True)
        part.rename(out)
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    print(*said, sep="\n")


if __name__ == "__main__":
    main()
