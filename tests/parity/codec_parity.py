"""Compares the codecs of the standard library's `encodings` under minipy and CPython 3.11: every character, every
sequence of one and two octets, longer ones by sample, random texts whole and in parts.

usage: codec_parity.py MINIPY [--all | CODEC...]
Without codecs the multibyte ones are compared, --all adds the hundred others. Both interpreters run the same probes and print one digest for each; where these differ, the first lines that do are
shown. No difference is allowed.
"""
import codecs
import encodings
import hashlib
import itertools
import pathlib
import pkgutil
import random
import subprocess
import sys

ORACLE = "/usr/bin/python3.11"
# Not codecs between str and bytes, or (idna) no matter of octets.
OTHERS = {"aliases", "idna", "mbcs", "oem", "undefined", "base64_codec", "bz2_codec", "hex_codec", "quopri_codec",
          "rot_13", "uu_codec", "zlib_codec", "punycode"}
ESCAPES = [b"\x1b" + tail for tail in (
    b"(B", b"(J", b"(I", b"(A", b")A", b".A", b".F", b"N!", b"N\x21", b"$B", b"$@", b"$A", b"$(C", b"$)C", b"$(D", b"$(O",
    b"$(P", b"$(Q", b"&@\x1b$B", b"$(", b"$", b"x", b"(!!!!!!!!!!!!!!!!!", b"[1mA", b"")] + [b"\x0e", b"\x0f", b"\n"]


def every_codec():
    names = {module.name for module in pkgutil.iter_modules(encodings.__path__)}
    return sorted(names - OTHERS)


def multibyte_codecs():
    return [name for name in every_codec()
            if "getcodec" in pathlib.Path(encodings.__path__[0], name + ".py").read_text()]


def decoded(octets, name, errors):
    try:
        return octets.decode(name, errors)
    except UnicodeError as error:
        return str(error)


def encoded(text, name, errors):
    try:
        return text.encode(name, errors)
    except UnicodeError as error:
        return str(error)


def characters(name):
    """Each block of 4096 characters, what has no code replaced; once by its number."""
    for start in range(0, 0x110000, 0x1000):
        text = "".join(map(chr, range(start, start + 0x1000)))
        yield start, encoded(text, name, "replace")
    text = "".join(map(chr, range(0x2000, 0x3400)))
    yield encoded(text, name, "xmlcharrefreplace")


def strict_characters(name):
    for c in itertools.chain(range(0x250), range(0x3000, 0x3100), range(0xD7FF, 0xE001), range(0x1F600, 0x1F610)):
        yield c, encoded("ab" + chr(c) + "c", name, "strict")
        yield c, encoded("\u3042" + chr(c), name, "strict")


def pairs(name):
    """All sequences of two octets, by the first one, with each way of treating errors."""
    for first in range(256):
        octets = b"".join(bytes([first, second]) + b"\n" for second in range(256))
        for errors in ("replace", "ignore"):
            yield first, decoded(octets, name, errors)


def single_sequences(name):
    for first in range(256):
        yield first, decoded(bytes([first]), name, "strict")
        yield first, decoded(b"ab" + bytes([first, 0x41, 0x41, 0x41]), name, "strict")
        for second in range(0, 256, 5):
            yield first, second, decoded(bytes([first, second]), name, "strict")


def designated(name):
    """The sets of ISO 2022, row by row."""
    if not name.startswith("iso2022"):
        return
    for escape in ESCAPES:
        for row in range(0x21, 0x7F):
            octets = b"".join(escape + bytes([row, column]) + b"\x1b(B\n" for column in range(0x21, 0x7F))
            yield escape, row, decoded(octets, name, "replace")


def longer(name):
    """Three octets behind each mark, four octets by sample, pairs of characters that have one code."""
    for mark in (0x8E, 0x8F, 0xA4):
        for second in range(0xA0, 0x100):
            octets = b"".join(bytes([mark, second, third]) + b"\n" for third in range(0x20, 0x100))
            yield mark, second, decoded(octets, name, "replace")
    dice = random.Random(4)
    for _ in range(60):
        sample = [bytes([dice.randrange(0x80, 256), dice.randrange(0x2F, 0x3B), dice.randrange(0x7E, 256),
                         dice.randrange(0x2F, 0x3B)]) for _ in range(200)]
        yield decoded(b" ".join(sample), name, "backslashreplace")
    yield decoded(b"".join(b"\xa4\xd4\xa4" + bytes([a]) + b"\xa4" + bytes([b]) + b"\xa4" + bytes([c])
                           for a in range(0xA1, 0xC0) for b in range(0xBF, 0xD5) for c in range(0xA1, 0xD6)),
                  name, "backslashreplace")
    firsts = "\xca\xea\xe6\u0254\u028c\u0259\u025a\u304b\u30ab\u30bb\u30c4\u30c8\u31f7\u02e9\u02e5a"
    for first, second in itertools.product(firsts, "\u0300\u0301\u0304\u030c\u309a\u02e5\u02e9a\ue000"):
        yield first, second, encoded(first + second, name, "replace"), encoded(first + second + first, name, "replace")


def random_octets(name, dice, count):
    kinds = [lambda: bytes([dice.randrange(256)]), lambda: bytes([dice.randrange(0x20, 0x7F)]),
             lambda: dice.choice(ESCAPES), lambda: dice.choice([b"~{", b"~}", b"~~", b"~\n", b"~"]),
             lambda: bytes([dice.randrange(0x80, 256), dice.randrange(0x30, 256)])]
    return b"".join(dice.choice(kinds)() for _ in range(count))


def random_texts(name):
    dice = random.Random(name)
    ranges = [(0, 0x80), (0x80, 0x250), (0x3000, 0x3100), (0x4E00, 0xA000), (0xAC00, 0xD7A4), (0xD800, 0xE100),
              (0xFF00, 0x10000), (0x20000, 0x20400)]
    for _ in range(40):
        octets = random_octets(name, dice, 60)
        for errors in ("strict", "replace", "backslashreplace"):
            yield octets, decoded(octets, name, errors)
        text = "".join(chr(dice.randrange(*dice.choice(ranges))) for _ in range(30))
        for errors in ("strict", "replace", "ignore", "backslashreplace", "surrogateescape"):
            yield text, encoded(text, name, errors)


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except (UnicodeError, OverflowError) as error:
        return type(error).__name__ + str(error)


def in_parts(name):
    """Incremental coders and what they say of their state; readers with little to read."""
    info = codecs.lookup(name)
    if not info.incrementaldecoder or name in ("unicode_escape", "raw_unicode_escape"):
        return
    dice = random.Random(name + "parts")
    for turn in range(12):
        octets = random_octets(name, dice, 40)
        decoder = info.incrementaldecoder("replace" if turn % 2 else "backslashreplace")
        while octets:
            size = dice.randrange(1, 4)
            yield octets[:size], attempt(decoder.decode, octets[:size]), attempt(decoder.getstate)
            octets = octets[size:]
        yield attempt(decoder.decode, b"", True), attempt(decoder.getstate), decoder.reset(), attempt(decoder.getstate)
        encoder = info.incrementalencoder("replace" if turn % 2 else "strict")
        for _ in range(20):
            text = dice.choice(["a", "\xe9", "\u3042", "\u304b", "\xe6", "\xca", "\u0304", "\u309a", "\u4e00", "\uac02",
                                "\U00020089", "~", "\n"])
            yield text, attempt(encoder.encode, text), attempt(encoder.getstate)
        yield attempt(encoder.encode, "", True), attempt(encoder.getstate)


PROBES = [characters, strict_characters, pairs, single_sequences, designated, longer, random_texts, in_parts]


def lines_of(probe, name):
    return [ascii(item) for item in probe(name)]


def work(names):
    """One line for each codec and probe: the digest of what it gives."""
    for name in names:
        for probe in PROBES:
            digest = hashlib.sha1("\n".join(lines_of(probe, name)).encode()).hexdigest()
            print(name, probe.__name__, digest)


def run(interpreter, *arguments):
    done = subprocess.run([interpreter, __file__, *arguments], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{interpreter} failed:\n{done.stderr}")
    return done.stdout.splitlines()


def show_first_difference(minipy, name, probe):
    sides = [run(interpreter, "--lines", name, probe) for interpreter in (ORACLE, minipy)]
    differing = [(ours, theirs) for theirs, ours in itertools.zip_longest(*sides) if ours != theirs]
    print(f"{name}, {probe}: {len(differing)} of {len(sides[0])} lines differ")
    for ours, theirs in differing[:3]:
        ours, theirs = str(ours), str(theirs)
        start = max(0, next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), 0) - 60)
        print("   CPython", theirs[start:start + 160])
        print("   minipy ", ours[start:start + 160])


def main(minipy, *names):
    names = every_codec() if names == ("--all",) else names or multibyte_codecs()
    expected = run(ORACLE, "--digests", *names)
    given = run(minipy, "--digests", *names)
    differing = [line.split()[:2] for line in expected if line not in set(given)]
    for name, probe in differing:
        show_first_difference(minipy, name, probe)
    print(f"{len(names)} codecs, {len(expected)} probes, {len(differing)} differ")
    return 1 if differing or len(given) != len(expected) else 0


if __name__ == "__main__":
    if sys.argv[1] == "--digests":
        work(sys.argv[2:])
    elif sys.argv[1] == "--lines":
        probe = next(probe for probe in PROBES if probe.__name__ == sys.argv[3])
        print("\n".join(lines_of(probe, sys.argv[2])))
    else:
        sys.exit(main(str(pathlib.Path(sys.argv[1]).resolve()), *sys.argv[2:]))
