#!/usr/bin/env python3
"""soak.py EXE SECONDS [--callers 4] [--pause 0] -- runs an executable over and over, several at a time.

Its output must be the same bytes each time, and its memory at the end what it was at the start."""
import argparse
import os
import tempfile
import threading
import time


class Soak:
    def __init__(self, args):
        self.args, self.calls, self.bad, self.first_peak, self.peak = args, 0, 0, 0, 0
        self.want, _ = self.run()
        self.lock = threading.Lock()

    def run(self):
        """What the executable printed and its peak memory in KiB."""
        with tempfile.TemporaryFile() as out:
            pid = os.posix_spawn(self.args.exe, [self.args.exe], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1)])
            _, status, usage = os.wait4(pid, 0)
            out.seek(0)
            return (status, out.read()), usage.ru_maxrss

    def caller(self):
        end = time.time() + self.args.seconds
        while time.time() < end:
            got, peak = self.run()
            with self.lock:
                self.calls += 1
                self.bad += got != self.want
                self.peak = max(self.peak, peak)
                if self.calls <= 40:
                    self.first_peak = self.peak
            time.sleep(self.args.pause)


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("exe", type=os.path.abspath)
    args.add_argument("seconds", type=float)
    args.add_argument("--callers", type=int, default=4)
    args.add_argument("--pause", type=float, default=0)
    soak = Soak(args.parse_args())
    threads = [threading.Thread(target=soak.caller) for _ in range(soak.args.callers)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    grew = soak.peak > soak.first_peak * 1.05 + 256
    print(f"{soak.calls} runs: {soak.bad} with other bits, memory {'grew' if grew else 'flat'}", f"(peak {soak.first_peak} KiB, then {soak.peak})")
    return 1 if soak.bad or grew else 0


if __name__ == "__main__":
    raise SystemExit(main())
