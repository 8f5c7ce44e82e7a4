# modes: interp
import logging
import sys

logging.basicConfig(level=logging.INFO, format="%(levelname)-8s|%(name)s|%(message)s", stream=sys.stdout)
log = logging.getLogger("train.epoch")
log.info("step %d of %s: %.3f", 3, "ten", 0.12345)
log.debug("not shown")
log.warning("plain 100%")
logging.error("root %(a)s", {"a": 1})
log.setLevel("ERROR")
log.info("hidden")
log.error("shown")
print(log, log.getEffectiveLevel(), log.isEnabledFor(logging.ERROR), logging.getLevelName(20), logging.getLogger() is logging.root)
log.parent.info("from the parent")
own = logging.getLogger("own")
own.propagate = False
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("{name}:{message}", style="{"))
own.addHandler(handler)
own.warning("with %s", [1, 2])
handler.setLevel(logging.CRITICAL)
own.warning("below")
own.critical("above")
logging.disable(logging.CRITICAL)
own.critical("nothing")
