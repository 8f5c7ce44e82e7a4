"""absl.app: programs that begin at main(argv), with flags."""

import sys as _sys

from absl import flags as _flags


class UsageError(Exception):
    """Of the command line."""


def _wrong(text):
    print("FATAL Flags parsing error: " + text + "\nPass --helpshort or --helpfull to see help on flags.", file=_sys.stderr)
    _sys.exit(1)


def run(main, argv=None, flags_parser=None):
    """Parses the flags, calls main with what is left and ends the program with what it returns."""
    argv = _sys.argv if argv is None else argv
    rest = flags_parser(argv) if flags_parser is not None else _flags.FLAGS._read(argv, _wrong)
    status = main(rest)
    if status is not None:
        _sys.exit(status)
