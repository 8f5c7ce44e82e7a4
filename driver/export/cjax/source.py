"""source.py -- where in the user's program an equation comes from, and errors that say so."""
import os

from jax._src import source_info_util


class ExportError(NotImplementedError):
    """What cannot be written as cjax, with the user's line."""


def frame_of(eqn):
    """(file, line, column) of the user's call, column from 1, or None."""
    frame = source_info_util.user_frame(eqn.source_info.traceback)
    if frame is None:
        return None
    return _short(frame.file_name), frame.start_line, frame.start_column + 1


def location(eqn):
    """The location that follows an op, or nothing."""
    at = frame_of(eqn)
    if at is None:
        return ""
    name = at[0].replace("\\", "\\\\").replace('"', '\\"')
    return f' loc("{name}":{at[1]}:{at[2]})'


def refuse(eqn, why):
    """Raises the error of an equation."""
    at = frame_of(eqn)
    place = f"{at[0]}:{at[1]}: " if at else ""
    raise ExportError(f"{place}{eqn.primitive.name}: {why}")


def _short(path):
    relative = os.path.relpath(path)
    return relative if not relative.startswith("..") else os.path.basename(path)
