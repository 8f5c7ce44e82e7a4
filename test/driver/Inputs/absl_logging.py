from absl import logging

logging.info("unseen")
logging.warning("seen %d of %d", 1, 2)
logging.error("bad")
logging.set_verbosity("info")
logging.info("told")
logging.debug("unseen")
for i in range(4):
    logging.log_every_n(logging.INFO, "often", 2)
logging.set_verbosity(logging.ERROR)
logging.warning("unseen")
