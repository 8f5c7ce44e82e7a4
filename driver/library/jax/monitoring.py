"""jax.monitoring: events, and functions that hear of them.  All happens while compiling."""

_listeners = {"event": [], "duration": [], "time_span": [], "scalar": []}


def _tell(kind, *args, **kwargs):
    for listener in list(_listeners[kind]):
        listener(*args, **kwargs)


def record_event(event, **kwargs):
    _tell("event", event, **kwargs)


def record_event_duration_secs(event, duration, **kwargs):
    _tell("duration", event, duration, **kwargs)


def record_event_time_span(event, start_time, end_time, **kwargs):
    _tell("time_span", event, start_time, end_time, **kwargs)


def record_scalar(event, value, **kwargs):
    _tell("scalar", event, value, **kwargs)


def register_event_listener(callback):
    _listeners["event"].append(callback)


def register_event_duration_secs_listener(callback):
    _listeners["duration"].append(callback)


def register_event_time_span_listener(callback):
    _listeners["time_span"].append(callback)


def register_scalar_listener(callback):
    _listeners["scalar"].append(callback)


def clear_event_listeners():
    for listeners in _listeners.values():
        listeners.clear()


def unregister_event_listener(callback):
    _listeners["event"].remove(callback)


def unregister_event_duration_listener(callback):
    _listeners["duration"].remove(callback)


def unregister_event_time_span_listener(callback):
    _listeners["time_span"].remove(callback)


def unregister_scalar_listener(callback):
    _listeners["scalar"].remove(callback)
