"""interrupt.py FILE... -- sends SIGINT to cjaxc while it runs each program."""
import signal
import subprocess
import sys
import time

for file in sys.argv[1:]:
    p = subprocess.Popen(["cjaxc", "check", file], stderr=subprocess.PIPE, text=True,
                         preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    time.sleep(1.5)
    p.send_signal(signal.SIGINT)
    text = p.communicate(timeout=20)[1]
    print(text + f"status {p.returncode}", flush=True)
