"""make_model.py -- params.npz and its faulty kin, x.npy; and `show FILE`, the contents of a .npy of floats."""
import re
import struct
import sys
import zipfile


def npy(values, shape, descr="<f4"):
    text = f"{{'descr': '{descr}', 'fortran_order': False, 'shape': {shape}, }}\n"
    code = {"<f4": "f", "<i4": "i"}[descr]
    return b"\x93NUMPY\x01\0" + struct.pack("<H", len(text)) + text.encode() + struct.pack(f"<{len(values)}{code}", *values)


def npz(path, arrays, how=zipfile.ZIP_STORED, comment=b""):
    with zipfile.ZipFile(path, "w", how) as z:
        z.comment = comment
        for name, data in arrays.items():
            with z.open(name + ".npy", "w", force_zip64=True) as f:     # as np.savez does
                f.write(data)


def show(path):
    data = open(path, "rb").read()
    start = 10 + struct.unpack("<H", data[8:10])[0]
    header = data[10:start].decode()
    count = (len(data) - start) // 4
    print(re.sub(r" +\n$", "", header), start % 64, struct.unpack(f"<{count}f", data[start:]))


def main():
    if sys.argv[1:2] == ["show"]:
        return show(sys.argv[2])
    weights, bias = npy([1, 2, 3, 4, 5, 6], (2, 3)), npy([10, 20, 30], (3,))
    npz("params.npz", {"layer/w": weights, "b": bias})
    npz("other.npz", {"b": npy([0, 0, 0.5], (3,)), "layer/w": weights}, comment=b"a comment")
    npz("deflated.npz", {"layer/w": weights, "b": bias}, zipfile.ZIP_DEFLATED)
    npz("missing.npz", {"b": bias})
    npz("shape.npz", {"layer/w": npy([1, 2, 3, 4, 5, 6], (3, 2)), "b": bias})
    whole = open("params.npz", "rb").read()
    open("cut.npz", "wb").write(whole[40:])
    open("none.npz", "wb").write(b"no archive")
    open("x.npy", "wb").write(npy([1, -1], (1, 2)))
    open("wrong.npy", "wb").write(npy([1, -1], (1, 2), "<i4"))


main()
