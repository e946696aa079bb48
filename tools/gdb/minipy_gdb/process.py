"""Reading the process: layouts, symbols, threads.

Addresses travel as plain ints; `at(address, "List")` makes a gdb.Value of one, typed by the binary's own
description of `minipy::List *`. Whatever cannot be read raises gdb.MemoryError.
"""
import functools

import gdb


@functools.cache
def layout(name):
    """The C++ type `minipy::NAME`."""
    return gdb.lookup_type("minipy::" + name)


@functools.cache
def pointer_to(name):
    return layout(name).pointer()


def at(address, name):
    """What lies at the address, as a `minipy::NAME *`."""
    return gdb.Value(address).cast(pointer_to(name))


def size_of(name):
    return layout(name).sizeof


def address_of(name):
    """Where the variable `minipy::NAME` lies. A release build knows its address, but not its type."""
    return int(gdb.parse_and_eval(f"(unsigned long)&'minipy::{name}'"))


def thread_at(name):
    """The `ThreadState *` that the variable `minipy::NAME` holds."""
    return at(int.from_bytes(read(address_of(name), 8), "little"), "ThreadState")


def is_live():
    """Whether there is a process (or a core file) to read."""
    return gdb.selected_inferior().pid != 0


def read(address, size):
    return gdb.selected_inferior().read_memory(address, size).tobytes() if size else b""


def write(address, data):
    gdb.selected_inferior().write_memory(address, data)


def write_field(owner, field, data):
    """Writes the bytes into a field of what the gdb.Value `owner` points to."""
    write(int(owner[field].address), data)


def threads():
    """The ThreadState of each thread."""
    state = thread_at("first_thread_state")
    while int(state):
        yield state
        state = state["next"]


def selected_thread():
    """The ThreadState of the thread that is selected in gdb, or else of the one that holds the GIL; or None.

    The C library's number of a thread, which the state knows, is what the register fs points to.
    """
    if not is_live():
        raise gdb.GdbError("The program is not being run.")
    try:
        identity = int(gdb.parse_and_eval("(unsigned long)$fs_base"))
        for state in threads():
            if int(state["identity"]) == identity:
                return state
    except gdb.error:
        pass
    state = thread_at("current_thread")
    return state if int(state) else None
