"""report.py -- the tables of measured errors, and the page made of them."""
import os

HERE = os.path.dirname(os.path.abspath(__file__))


class Row:
    """One line that the measuring program prints."""
    def __init__(self, text):
        self.fields = text.rstrip("\n").split("\t")
        _, _, count, ulp, self.at, self.got, self.want, wrong, self.wrong_at = self.fields
        self.count, self.ulp, self.wrong = int(count), float(ulp), int(wrong)

    def line(self):
        return "\t".join(self.fields)


class Table:
    """Rows by function and type, in a file beside this one that is written at each change."""
    def __init__(self, name):
        self.path, self.rows = os.path.join(HERE, name), {}
        if os.path.exists(self.path):
            for line in open(self.path):
                row = Row(line)
                self.rows[row.fields[0], row.fields[1]] = row

    def put(self, f, t, row):
        self.rows[f, t] = row
        with open(self.path, "w") as out:
            out.writelines(self.rows[key].line() + "\n" for key in sorted(self.rows))
