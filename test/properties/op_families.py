"""op_families.py CJAX_OPT FOLDER -- an op without an entry in op_table.py, or in none of the folder's tests, is named."""
import pathlib
import sys

from op_properties import table
from op_table import EXEMPT, OPS


def main(opt, folder):
    rules = table(opt)
    known, tested = set(OPS) | set(EXEMPT), set()
    for path in pathlib.Path(folder).glob("ops_*.test"):
        tested |= set(path.read_text().split())
    bad = [f"{r.name}: no entry in op_table.py" for r in rules if r.name not in known]
    bad += [f"{name}: in op_table.py, but no op" for name in known - {r.name for r in rules}]
    bad += [f"{family}: no test of this family" for family in {r.family for r in rules} - tested]
    print("\n".join(bad))
    return 1 if bad else 0


sys.exit(main(*sys.argv[1:]))
