import logging
import sys

logging.basicConfig(level=logging.INFO, format="%(name)s %(message)s", stream=sys.stdout)
log, below, other = logging.getLogger("a"), logging.getLogger("a.b"), logging.getLogger("c")
only = logging.Filter("a")
handler = logging.getLogger().handlers[0]
handler.addFilter(only)
for logger in (log, below, other):
    logger.info("one")
handler.removeFilter(only)
other.info("two")


class No:
    def filter(self, record):
        return "no" not in record.getMessage()


other.addFilter(No())
other.info("no")
other.info("yes")
print(isinstance(handler, logging.Filterer), isinstance(log, logging.Filterer), hasattr(logging.Filterer(), "filter"))
