"""Writes ops.def, the op list for C, from the JSON dump of CjaxOps.td: OP(KIND, name, family) for each op."""
import json
import sys

records = json.load(open(sys.argv[1]))
lines = []
for name in records["!instanceof"]["Op"]:
    op = records[name]
    if op["opDialect"]["def"] == "Cjax_Dialect":
        lines.append(f'OP({op["opName"].upper()}, {op["opName"]}, {op["family"]})\n')
with open(sys.argv[2], "w") as out:
    out.write("// Generated from CjaxOps.td: every op, its kind, name and family.\n")
    out.writelines(sorted(lines))
