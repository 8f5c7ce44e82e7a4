"""What split() makes of a text that only the executable knows: as many texts as it finds there."""

from _cjax import argv as _argv


class Fields:
    """The parts of text between separators, or between blanks; a list that cannot be written."""

    def __init__(self, text, sep):
        self._text, self._sep = text, sep

    def __len__(self):
        return _argv.field_count(self._text, self._sep)

    def __getitem__(self, k):
        if isinstance(k, slice):
            raise NotImplementedError("a slice of split() of a text that only the executable knows; "
                                      "take its items one by one")
        n = len(self)
        at = k + n if k < 0 else k
        if at < 0 or at >= n:
            raise IndexError("list index out of range")
        return _argv.field(self._text, self._sep, at)

    def __iter__(self):
        return _argv.fields(self._text, self._sep)

    def __bool__(self):
        return len(self) > 0
