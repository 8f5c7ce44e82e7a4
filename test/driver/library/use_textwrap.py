# modes: interp
import textwrap

text = ("The quick brown fox jumps over the lazy dog, again and again; a well-known well-worn sentence -- and "
        "a ratherunreasonablylongword that does not fit.")
for width in (20, 33, 70, 5):
    print(textwrap.fill(text, width))
    print("-" * width)
print(textwrap.wrap("a  b   c\td\n\ne", 3), textwrap.wrap("", 10), textwrap.wrap("   lead", 10))
print(textwrap.fill("one two three four five", 12, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap("one two three four five", 9, max_lines=2), textwrap.shorten("hello  big   world", 12))
print(textwrap.shorten("hello world", 11), textwrap.wrap("abcdefghij k", 4, break_long_words=False))
print(textwrap.wrap("pre-commit post-2 a-b x--y state-of-the-art", 8), textwrap.wrap("ab-cd", 3, break_on_hyphens=False))
print(repr(textwrap.dedent("""
    first
      second

    third
    """)), repr(textwrap.dedent("  a\n b\n\tc")), repr(textwrap.dedent("\tx\n\ty")))
print(textwrap.indent("a\n\nb\n", "> "), repr(textwrap.indent("a\n\nb", "..", lambda line: True)))
