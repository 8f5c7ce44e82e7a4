"""What compile() makes: a text for exec and eval."""


class Source:
    def __init__(self, source, filename, mode):
        if mode not in ("exec", "eval", "single"):
            raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
        self._source, self.co_filename, self._mode = source, filename, mode

    def __repr__(self):
        return f"<code object <module> at 0x0, file \"{self.co_filename}\", line 1>"
