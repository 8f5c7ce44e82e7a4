__all__ = ["shown", "also"]
shown, also, left_out, _hidden = 1, 2, 3, 4
