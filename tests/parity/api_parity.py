"""Compares what minipy's built-in types, functions and modules show of themselves with CPython 3.11's: dir(),
text signatures, names, kinds of descriptors, whether there is a doc text, flags and sizes of types.

usage: api_parity.py MINIPY [--all]
The facts are those of describe_api.py. Every difference must match a line of api_differences.txt, "place TAB fact
TAB side  # reason" (side: "CPython" or "minipy", whichever has the fact). A line may stand for several with * for any
text, and says of how many, "# N times: reason". A line that matches nothing, or another number, is an error too: the
list is exact. --all prints every difference instead.

Not compared, since it follows from minipy's own layout of objects (docs/status.md): the sizes of types. Of a type,
method or attribute that only one side has, only that is said.
"""
import collections
import fnmatch
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
MODULE_TABLE = HERE.parent.parent / "src/modules/table.def"


def modules_of_minipy():
    lines = MODULE_TABLE.read_text().splitlines()
    return [line.split('"')[1] for line in lines if line.startswith("MODULE(")]


def facts(command):
    done = subprocess.run([*command, HERE / "describe_api.py", *modules_of_minipy()], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stderr}")
    return set(done.stdout.splitlines())


def without_consequences(differences):
    """Leaves out the facts about a place that only one side has: that it is missing says it all."""
    rows = [tuple(difference.split("\t")) for difference in differences]
    sides_of_type = {}
    for place, fact, side in rows:
        if fact.startswith("is a type of bases"):
            sides_of_type.setdefault(place, set()).add(side)
    missing = {(place + "." + fact[4:], side) for place, fact, side in rows if fact.startswith("has ")}
    missing |= {(fact[12:], side) for place, fact, side in rows if fact.startswith("is the type ")}
    for place, fact, side in rows:
        if (fact, side) in (("__doc__ given", "minipy"), ("__doc__ missing", "CPython")):
            continue    # explaining more is no difference
        parts = place.split(".")
        prefixes = {".".join(parts[:end]) for end in range(1, len(parts) + 1)}
        if any((prefix, side) in missing for prefix in prefixes):
            continue
        only_here = any(sides_of_type.get(prefix) == {side} for prefix in prefixes)
        if not only_here or fact.startswith("is a type of bases"):
            yield "\t".join((place, fact, side))


def known_differences():
    """{pattern: how many differences it stands for}; a line without a reason is an error."""
    known = {}
    for line in (HERE / "api_differences.txt").read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            pattern, mark, reason = line.partition("  # ")
            if not mark or pattern in known:
                sys.exit("no reason, or said twice: " + line)
            times = re.match(r"(\d+) times: ", reason)
            known[pattern] = int(times[1]) if times else 1
    return known


def main():
    minipy, show_all = sys.argv[1], "--all" in sys.argv
    expected = facts([sys.executable, "-S", "-E"])
    found = facts([minipy, "-S", "-E"])
    differences = sorted(without_consequences([line + "\tCPython" for line in expected - found] +
                                              [line + "\tminipy" for line in found - expected]))
    if show_all:
        print(*differences, sep="\n")
        return 0
    known, unknown, seen = known_differences(), [], collections.Counter()
    for difference in differences:
        pattern = next((each for each in known if fnmatch.fnmatchcase(difference, each)), None)
        if pattern is None:
            unknown.append(difference)
        seen[pattern] += 1
    for each in unknown:
        print("differs: " + each)
    repaired = [each for each in known if seen[each] != known[each]]
    for each in repaired:
        print(f"differs {seen[each]} times, not {known[each]}: {each}")
    print(f"{len(expected & found)} facts equal, {len(differences)} different, {len(unknown)} of them not known")
    return 1 if unknown or repaired else 0


if __name__ == "__main__":
    sys.exit(main())
