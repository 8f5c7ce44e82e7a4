"""Whether each option of `cjaxc --help`, and of each command, is in the completions."""
import re
import subprocess


def output(*words):
    return subprocess.run(["cjaxc", *words], capture_output=True, text=True, check=True).stdout


commands = re.findall(r"^  cjaxc (\w+)", output("--help"), re.M)
found = set(re.findall(r"^  (--?[\w#-]+)", "".join(output(c, "--help") for c in commands), re.M))
assert len(commands) == 11 and len(found) > 45, (commands, found)
for shell in "bash", "zsh", "fish":
    script = output("completions", shell)
    for option in found:
        word = option if shell != "fish" else "-" + ("l " + option[2:] if option.startswith("--") else "o " + option[1:])
        short = shell == "fish" and len(option) == 2 and f"-s {option[1:]}" in script
        assert short or word in script, (shell, option)
    for command in commands:
        assert command in script, (shell, command)
