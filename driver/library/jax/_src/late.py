"""Callbacks of functions that are staged to be differentiated, for when the function's values are there."""

stack = []  # for each such function: a list of (callback, args, kwargs), or None


class collecting:
    """Callbacks that change objects of the program go into the list `late`, when it is one."""

    def __init__(self, late):
        self._late = late

    def __enter__(self):
        stack.append(self._late)

    def __exit__(self, *_):
        stack.pop()
