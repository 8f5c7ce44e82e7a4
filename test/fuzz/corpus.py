"""corpus.py FOLDER -- runs `cjaxc check` on each seed: errors are fine, crashes and endless runs are not."""
import pathlib
import subprocess
import sys

bad = 0
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    try:
        ran = subprocess.run(["cjaxc", "check", path], capture_output=True, timeout=30)
        wrong = ran.returncode not in (0, 1) or b"internal error" in ran.stderr or b"Sanitizer" in ran.stderr
        what = f"{ran.returncode} {ran.stderr[-300:]}"
    except subprocess.TimeoutExpired:
        wrong, what = True, "not ended after 30 seconds"
    if wrong:
        print(f"{path.name}: {what}")
        bad = 1
sys.exit(bad)
