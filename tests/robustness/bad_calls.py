"""Calls natives of the builtins and of the built-in modules with unfit arguments, under CPython and under minipy, and
compares the types of the exceptions: wrong types and counts, unknown keywords, huge numbers, objects whose special
methods raise, give nonsense or change the container that is being worked on.

usage: bad_calls.py MINIPY [--seed S] [--count N] [--first I] [--show K] [--messages]
The calls follow from the seed alone. Ends with 1 if minipy crashes or hangs, or if fewer than 99.7 % of the outcomes
are equal. --show prints K of the differing calls, --messages counts and shows differing messages too.
"""
import argparse
import collections
import os
import pathlib
import random
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import call_natives  # noqa: E402

MODULES = ["builtins", "itertools", "math", "_operator", "_functools", "_collections", "_struct", "_codecs", "marshal",
           "_string", "_random", "_contextvars", "_weakref", "_abc", "_warnings", "time", "gc", "sys", "errno", "_stat",
           "_opcode", "_typing", "_io"]
# What blocks, ends or damages the process, draws in its state, or computes for ever with huge numbers.
EXCLUDED = set("""
    builtins.input builtins.breakpoint builtins.open builtins.exit builtins.quit builtins.help builtins.copyright
    builtins.credits builtins.license builtins.globals builtins.locals builtins.vars builtins.exec builtins.eval
    builtins.__build_class__ builtins.aiter builtins.anext builtins.__import__ builtins.pow
    _io.open _io.open_code _io.FileIO _operator.pow _operator.ipow math.factorial math.comb math.perm math.pow
    time.sleep time.pthread_getcpuclockid time.clock_settime time.clock_settime_ns time.tzset gc.freeze gc.disable gc.set_debug gc.set_threshold
    gc.get_objects gc.get_referrers gc.unfreeze
    sys.setrecursionlimit sys.settrace sys.setprofile sys.addaudithook sys.set_asyncgen_hooks sys.setswitchinterval
    sys.set_coroutine_origin_tracking_depth sys.setdlopenflags sys.call_tracing sys.breakpointhook sys.displayhook
    sys.excepthook sys.unraisablehook sys.set_int_max_str_digits sys._getframe sys._current_frames sys.__displayhook__
    sys._current_exceptions sys.__excepthook__ sys.__unraisablehook__ sys.__breakpointhook__ sys._debugmallocstats
    sys._clear_type_cache sys._getquickenedcount sys.getallocatedblocks sys._git sys.exit sys.gettotalrefcount
    _codecs.register _codecs.register_error _codecs.unregister _warnings._filters_mutated itertools.product
    _collections.OrderedDict
""".split())
EXCLUDED_METHODS = {"__pow__", "__rpow__", "__ipow__", "__lshift__", "__rlshift__", "__ilshift__", "__subclasses__",
                    "__init_subclass__", "__class__", "mro", "__del__", "__getattribute__", "__getstate__", "__dir__",
                    "__sizeof__", "__globals__", "__builtins__"}
SHARED_VALUES = {"echo", "raiser", "int", "str", "type", "object", "ValueError", "code", "Ellipsis", "None"}
KEYWORDS = ["key", "reverse", "default", "start", "stop", "step", "x", "encoding", "errors", "sep", "maxsplit", "end",
            "count", "base", "length", "byteorder", "signed", "strict", "obj", "function", "name", "wrong_name"]
CHUNK = 2500
TIMEOUT = 300


def functions_and_types():
    for module in MODULES:
        for name, value in sorted(vars(__import__(module)).items()):
            target = module + "." + name
            if target not in EXCLUDED and not name.startswith("__loader") and callable(value):
                if not isinstance(value, type) or value.__module__ != "importlib._bootstrap":
                    yield target


def methods():
    for receiver, make in call_natives.VALUES.items():
        if receiver in SHARED_VALUES or "raises" in receiver:
            continue
        cls = type(make())
        if cls.__module__ == "call_natives" and not issubclass(cls, (int, str, list, dict)):
            continue
        for name in sorted(set(dir(cls)) - EXCLUDED_METHODS):
            if callable(getattr(cls, name, None)):
                yield receiver, "." + name


def make_plan(seed, count):
    generator = random.Random(seed)
    names = list(call_natives.VALUES)
    hostile = names[names.index("index raises"):]
    functions, bound = list(functions_and_types()), list(methods())
    for _ in range(count):
        kind = generator.random()
        receiver, target = generator.choice(bound) if kind < 0.65 else ("", generator.choice(functions))
        arity = generator.choice([0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 6])
        arguments = [generator.choice(hostile if generator.random() < 0.3 else names) for _ in range(arity)]
        if kind < 0.2:      # unbound, mostly with an object of the type itself as the first argument
            target = "~" + target[1:]
            if generator.random() < 0.8:
                arguments.insert(0, receiver)
        keywords = []
        if generator.random() < 0.12:
            keywords = [generator.choice(KEYWORDS) + "=" + generator.choice(names)]
        yield "\t".join((target, receiver, ";".join(arguments), ";".join(keywords)))


def run_chunk(command, plan, first, last, folder):
    """The outcomes of the calls, and how the run ended if not well."""
    report = pathlib.Path(folder) / "report"
    environment = dict(os.environ, PYTHONHASHSEED="0", LC_ALL="C.UTF-8", PYTHONDONTWRITEBYTECODE="1",
                       ASAN_OPTIONS="detect_leaks=0:allocator_may_return_null=1")
    try:
        done = subprocess.run([*command, HERE / "call_natives.py", plan, str(first), str(last), report], cwd=folder,
                              env=environment, timeout=TIMEOUT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE)
        trouble = f"exit code {done.returncode}\n{done.stderr.decode(errors='replace')[-3000:]}" * (done.returncode != 0)
    except subprocess.TimeoutExpired:
        trouble = "it hangs"
    lines = report.read_text(errors="replace").split("\n") if report.exists() else []
    outcomes = [line.split("\t") for line in lines if line.count("\t") == 2]
    if trouble and lines and lines[-1].count("\t") == 1:
        trouble = "in call " + lines[-1].split("\t")[0] + ": " + trouble
    return outcomes, trouble


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("minipy")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0, help="begin with this call")
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("--messages", action="store_true")
    arguments = parser.parse_args()
    minipy = str(pathlib.Path(arguments.minipy).resolve())
    tally, shown, troubles = collections.Counter(), [], 0
    with tempfile.TemporaryDirectory() as folder:
        lines = list(make_plan(arguments.seed, arguments.count))
        plan = pathlib.Path(folder) / "plan"
        plan.write_text("\n".join(lines))
        for first in range(arguments.first, arguments.count, CHUNK):
            last = min(first + CHUNK, arguments.count)
            expected, trouble = run_chunk([sys.executable, "-S", "-E"], plan, first, last, folder)
            if trouble:
                sys.exit("CPython ended badly " + trouble)
            found, trouble = run_chunk([minipy, "-S", "-E"], plan, first, last, folder)
            if trouble:
                troubles += 1
                print("minipy ended badly", trouble)
                print("    ", lines[first + len(found)].replace("\t", " | "))
            for (number, kind, message), (_, own_kind, own_message) in zip(expected, found):
                call = f"{number}: {lines[int(number)]}".replace("\t", " | ")
                if own_kind == "missing" or kind == "missing":
                    tally["missing"] += 1
                elif kind != own_kind:
                    tally["type differs"] += 1
                    shown.append(f"{call}\n    CPython {kind}: {message}\n    minipy  {own_kind}: {own_message}")
                else:
                    tally["equal"] += 1
                    tally["message differs"] += message != own_message
                    if arguments.messages and message != own_message:
                        shown.append(f"{call}\n    CPython {kind}: {message}\n    minipy  {own_kind}: {own_message}")
    print(*shown[:arguments.show], sep="\n")
    compared = tally["equal"] + tally["type differs"]
    share = tally["equal"] / compared if compared else 0
    texts = 1 - tally["message differs"] / tally["equal"] if tally["equal"] else 0
    print(f"{compared} calls compared, {tally['missing']} of what only one side has; outcome equal in {share:.2%}, "
          f"of these the message in {texts:.2%}; {troubles} crashes or hangs")
    return 0 if share >= 0.997 and not troubles else 1


if __name__ == "__main__":
    sys.exit(main())
