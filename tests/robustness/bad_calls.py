"""Calls natives of the builtins and of the built-in modules with unfit arguments, under CPython and under minipy, and
compares the types of the exceptions: wrong types and counts, unknown keywords, huge numbers, objects whose special
methods raise, give nonsense or change the container that is being worked on.

usage: bad_calls.py MINIPY [--seed S] [--count N] [--first I] [--show K] [--messages]
The calls follow from the seed alone. Ends with 1 if minipy crashes or hangs, or if fewer than 99 % of the outcomes
are equal. --show prints K of the differing calls, --messages counts and shows differing messages too.
"""
import argparse
import collections
import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import call_natives  # noqa: E402
import environment  # noqa: E402

# Not called: what tests of CPython's own insides ask for.
LEFT_OUT = {"_testcapi", "_testinternalcapi", "faulthandler"}
MODULE_TABLE = HERE.parent.parent / "src/modules/table.def"
MODULES = [line.split('"')[1] for line in MODULE_TABLE.read_text().splitlines() if line.startswith("MODULE(")]
# What blocks, ends or damages the process, draws in its state, or computes for ever with huge numbers.
EXCLUDED = set("""
    builtins.input builtins.breakpoint builtins.exit builtins.quit builtins.help builtins.copyright
    builtins.credits builtins.license builtins.globals builtins.locals builtins.vars builtins.exec builtins.eval
    builtins.__build_class__ builtins.aiter builtins.anext builtins.__import__ builtins.pow
    _operator.pow _operator.ipow _operator.lshift _operator.ilshift
    math.factorial math.comb math.perm math.pow
    time.sleep time.pthread_getcpuclockid time.clock_settime time.clock_settime_ns time.tzset gc.freeze gc.disable
    gc.set_debug gc.set_threshold gc.get_objects gc.get_referrers gc.unfreeze
    sys.setrecursionlimit sys.settrace sys.setprofile sys.addaudithook sys.set_asyncgen_hooks sys.setswitchinterval
    sys.set_coroutine_origin_tracking_depth sys.setdlopenflags sys.call_tracing sys.breakpointhook sys.displayhook
    sys.excepthook sys.unraisablehook sys.set_int_max_str_digits sys._getframe sys._current_frames sys.__displayhook__
    sys._current_exceptions sys.__excepthook__ sys.__unraisablehook__ sys.__breakpointhook__ sys._debugmallocstats
    sys._clear_type_cache sys._getquickenedcount sys.getallocatedblocks sys._git sys.exit sys.gettotalrefcount
    sys.intern
    _codecs.register _codecs.register_error _codecs.unregister _warnings._filters_mutated itertools.product
    _collections.OrderedDict xxsubtype.bench
    _thread.exit _thread.exit_thread _thread.interrupt_main _thread.start_new _thread.start_new_thread
    _thread.stack_size _thread._count _thread._excepthook
    _signal.alarm _signal.setitimer _signal.pause _signal.raise_signal _signal.signal _signal.siginterrupt
    _signal.pthread_kill _signal.pthread_sigmask _signal.pidfd_send_signal _signal.set_wakeup_fd _signal.sigwait
    _signal.sigwaitinfo _signal.sigtimedwait _signal.getsignal
    _socket.gethostbyname _socket.gethostbyname_ex _socket.gethostbyaddr _socket.getaddrinfo _socket.getnameinfo
    _socket.sethostname _socket.close _socket.setdefaulttimeout _socket.getdefaulttimeout _socket.if_indextoname
    _imp.acquire_lock _imp.release_lock _imp.lock_held _imp._override_frozen_modules_for_tests _imp.create_dynamic
    _imp.exec_dynamic _imp._fix_co_filename
    posix._exit posix.abort posix.execv posix.execve posix.fork posix.forkpty posix.posix_spawn posix.posix_spawnp
    posix.kill posix.killpg posix.nice posix.setpriority posix.chroot posix.sync posix.wait posix.wait3 posix.wait4
    posix.waitid posix.waitpid posix.close posix.closerange posix.dup posix.dup2 posix.mkfifo posix.mknod
    posix.sched_setaffinity posix.sched_setscheduler posix.sched_setparam posix.setsid posix.setpgid posix.setpgrp
    posix.setuid posix.setgid posix.seteuid posix.setegid posix.setreuid posix.setregid posix.setresuid posix.setresgid
    posix.setgroups posix.initgroups posix.login_tty posix.openpty posix.lockf posix.set_blocking posix.chdir
    posix.fchdir posix.register_at_fork posix.getloadavg posix.times posix.umask posix.set_inheritable posix.tcsetpgrp
    posix.pidfd_open posix.getrandom posix.urandom
    select.select resource.setrlimit resource.prlimit syslog.syslog atexit.register _lsprof.Profiler
    nis.cat nis.maps nis.match nis.get_default_domain
    _posixsubprocess.fork_exec fcntl.flock fcntl.lockf
    _curses.initscr _curses.setupterm _curses.putp _curses.filter _curses.use_env
    readline.write_history_file readline.append_history_file readline.read_history_file readline.read_init_file
    readline.redisplay _sqlite3.enable_shared_cache _sqlite3.Cursor
""".split())
# Called without numbers, which would be taken for open files.
WITHOUT_NUMBERS = {"builtins.open", "_io.open", "_io.FileIO", "mmap.mmap", "_socket.socket", "fcntl.fcntl", "fcntl.ioctl"}
NUMBERS = {"True", "0", "1", "7", "255", "256", "intsub", "index 1", "index mutates", "float mutates", "int subclass",
           "bool mutates"}
EXCLUDED_METHODS = {"__pow__", "__rpow__", "__ipow__", "__lshift__", "__rlshift__", "__ilshift__", "__subclasses__",
                    "__init_subclass__", "__class__", "mro", "__del__", "__getattribute__", "__getstate__", "__dir__",
                    "__sizeof__", "__globals__", "__builtins__", "sendto", "connect", "connect_ex", "poll", "get"}
ENDLESS = {"count", "big count", "cycle"}    # receivers only: who takes all of their items would not come back
MAY_GET = {"{}", "dictsub", "proxy", "variable", "context", "half builtins.dict", "defaultdict"}
SHARED_VALUES = {"echo", "raiser", "int", "str", "type", "object", "ValueError", "code", "Ellipsis", "None", "old unicode"}
KEYWORDS = ["key", "reverse", "default", "start", "stop", "step", "x", "encoding", "errors", "sep", "maxsplit", "end",
            "count", "base", "length", "byteorder", "signed", "strict", "obj", "function", "name", "wrong_name"]
CHUNK = 2500
TIMEOUT = 300
MEMORY = 2 << 30


def functions_and_types():
    for module in MODULES:
        if module in LEFT_OUT:
            continue
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
            if callable(getattr(cls, name, None)) and (name != "get" or receiver in MAY_GET):
                yield receiver, "." + name


def attributes():
    """The computed attributes and members of fresh objects."""
    for receiver, make in call_natives.VALUES.items():
        cls = type(make())
        if receiver in SHARED_VALUES or cls.__module__ == "call_natives":
            continue
        for name in sorted(set(dir(cls)) - {"__doc__"}):
            found = next(vars(base)[name] for base in cls.__mro__ if name in vars(base)) if name in dir(cls) else None
            if type(found).__name__ in ("getset_descriptor", "member_descriptor"):
                yield receiver, "=" + name


def make_plan(seed, count):
    generator = random.Random(seed)
    names = [name for name in call_natives.VALUES if name not in ENDLESS]
    hostile = names[names.index("index raises"):]
    functions, bound, settable = list(functions_and_types()), list(methods()), list(attributes())
    for _ in range(count):
        kind = generator.random()
        if kind > 0.97:
            receiver, target = generator.choice(settable)
            yield "\t".join((target, receiver, generator.choice(names) if generator.random() < 0.9 else "", ""))
            continue
        receiver, target = generator.choice(bound) if kind < 0.65 else ("", generator.choice(functions))
        arity = generator.choice([0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 6])
        arguments = [generator.choice(hostile if generator.random() < 0.3 else names) for _ in range(arity)]
        if target in WITHOUT_NUMBERS:
            arguments = [name for name in arguments if name not in NUMBERS]
        if kind < 0.2:      # unbound, mostly with an object of the type itself as the first argument
            target = "~" + target[1:]
            if generator.random() < 0.8:
                arguments.insert(0, receiver)
        keywords = []
        if generator.random() < 0.12:
            keywords = [generator.choice(KEYWORDS) + "=" + generator.choice(names)]
        yield "\t".join((target, receiver, ";".join(arguments), ";".join(keywords)))


def limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def run_part(command, plan, first, last, folder):
    """The outcomes of the calls from the first on, and how the run ended if not well."""
    report = folder / "report"
    report.write_text("")
    sanitized = b"__asan_init" in pathlib.Path(command[0]).read_bytes()     # and reserves terabytes of addresses
    try:
        with tempfile.TemporaryDirectory(dir=folder) as place:
            done = subprocess.run([*command, HERE / "call_natives.py", plan, str(first), str(last), report], cwd=place,
                                  env=environment.for_programs(ASAN_OPTIONS="max_allocation_size_mb=2048"),
                                  timeout=TIMEOUT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.PIPE,
                                  preexec_fn=None if sanitized else limit_memory)
        errors = done.stderr.decode(errors="replace")
        trouble = f"exit code {done.returncode}\n{errors[-3000:]}" * (done.returncode != 0)
    except subprocess.TimeoutExpired:
        trouble = "it hangs"
    lines = report.read_text(errors="replace").split("\n")
    return [line.split("\t")[1:] for line in lines if line.count("\t") == 2], trouble


def run_chunk(command, plan, first, last, folder):
    """The outcomes of the calls, ("crash", how) for those that ended the process."""
    outcomes = []
    while len(outcomes) < last - first:
        found, trouble = run_part(command, plan, first + len(outcomes), last, folder)
        outcomes += found
        if len(outcomes) < last - first:
            outcomes.append(("crash", trouble))
        elif trouble:
            outcomes[-1] = ("crash", "at the end: " + trouble)
    return outcomes


def without_addresses(message):
    return re.sub("0x[0-9a-f]+", "0x", message)


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
    tally, shown = collections.Counter(), []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        lines = list(make_plan(arguments.seed, arguments.count))
        plan = folder / "plan"
        plan.write_text("\n".join(lines))
        for first in range(arguments.first, arguments.count, CHUNK):
            last = min(first + CHUNK, arguments.count)
            expected = run_chunk([sys.executable, "-S", "-E"], plan, first, last, folder)
            found = run_chunk([minipy, "-S", "-E"], plan, first, last, folder)
            for number, (kind, message), (own_kind, own_message) in zip(range(first, last), expected, found):
                call = f"{number}: {lines[number]}".replace("\t", " | ")
                if own_kind == "crash":
                    tally["crashes"] += 1
                    print(f"minipy ends badly in call {call}\n{own_message}", flush=True)
                elif kind == "crash":
                    tally["CPython crashes"] += 1
                elif own_kind == "missing" or kind == "missing":
                    tally["missing"] += 1
                else:
                    same_type = kind == own_kind
                    same_text = same_type and without_addresses(message) == without_addresses(own_message)
                    tally["equal" if same_type else "type differs"] += 1
                    tally["message differs"] += same_type and not same_text
                    if not same_type or arguments.messages and not same_text:
                        shown.append(f"{call}\n    CPython {kind}: {message}\n    minipy  {own_kind}: {own_message}")
    print(*shown[:arguments.show], sep="\n")
    compared = tally["equal"] + tally["type differs"]
    share = tally["equal"] / compared if compared else 0
    texts = 1 - tally["message differs"] / tally["equal"] if tally["equal"] else 0
    print(f"{compared} calls compared, {tally['missing']} of what only one side has, {tally['CPython crashes']} where "
          f"CPython itself crashes or hangs; outcome equal in {share:.2%}, of these the message in {texts:.2%}; "
          f"{tally['crashes']} crashes or hangs")
    return 0 if share >= 0.99 and not tally["crashes"] else 1


if __name__ == "__main__":
    sys.exit(main())
