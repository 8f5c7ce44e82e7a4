"""jax.distributed: there is one process."""

_state = {"initialized": False}


def initialize(coordinator_address=None, num_processes=None, process_id=None, local_device_ids=None, **options):
    """Of one process; more are refused."""
    if num_processes not in (None, 1) or process_id not in (None, 0):
        raise NotImplementedError("jax.distributed.initialize: more than one process is not supported by cjax")
    if _state["initialized"]:
        raise RuntimeError("distributed.initialize should only be called once.")
    _state["initialized"] = True


def is_initialized():
    return _state["initialized"]


def shutdown():
    _state["initialized"] = False
