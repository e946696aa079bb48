"""Compares what minipy's built-in types, functions and modules show of themselves with CPython 3.11's: dir(),
text signatures, names, kinds of descriptors, whether there is a doc text, flags and sizes of types.

usage: api_parity.py MINIPY [--all]
The facts are those of describe_api.py. Every difference must match a line of api_differences.txt, "place TAB fact
TAB side # reason" with * for any text (side: "CPython" or "minipy", whichever has the fact); a line that matches
nothing is an error too. --all prints every difference instead.

Not compared, since it follows from minipy's own layout of objects (docs/status.md): the sizes of types, whether a
field of an object is shown by a member or by a getset descriptor. Of a type, method or attribute that only one side
has, only that is said.
"""
import fnmatch
import pathlib
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
    lines = (HERE / "api_differences.txt").read_text().splitlines()
    return [line.split("  #")[0].rstrip() for line in lines if line.strip() and not line.startswith("#")]


def main():
    minipy, show_all = sys.argv[1], "--all" in sys.argv
    expected = facts([sys.executable, "-S", "-E"])
    found = facts([minipy, "-S", "-E"])
    differences = sorted(without_consequences([line + "\tCPython" for line in expected - found] +
                                              [line + "\tminipy" for line in found - expected]))
    if show_all:
        print(*differences, sep="\n")
        return 0
    unused = known = known_differences()
    unknown = []
    for difference in differences:
        matching = [pattern for pattern in known if fnmatch.fnmatchcase(difference, pattern)]
        unused = [pattern for pattern in unused if pattern not in matching]
        if not matching:
            unknown.append(difference)
    for each in unknown:
        print("differs: " + each)
    for each in unused:
        print("differs no longer: " + each)
    print(f"{len(expected & found)} facts equal, {len(differences)} different, {len(unknown)} of them not known")
    return 1 if unknown or unused else 0


if __name__ == "__main__":
    sys.exit(main())
