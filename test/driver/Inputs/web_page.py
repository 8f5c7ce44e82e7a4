"""web_page.py FOLDER BROWSER [OPTION...] -- serves a folder to this machine and shows index.html in a headless browser: its document on stdout."""
import functools
import http.server
import subprocess
import sys
import tempfile
import threading


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


folder, browser, *options = sys.argv[1:]
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
threading.Thread(target=server.serve_forever, daemon=True).start()
with tempfile.TemporaryDirectory() as profile:
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", f"--user-data-dir={profile}",
               "--virtual-time-budget=60000", *options, "--dump-dom", f"http://127.0.0.1:{server.server_port}/index.html"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=100)
sys.stdout.write(done.stdout)
sys.exit(done.returncode)
