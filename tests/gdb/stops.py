"""Loops, calls, a generator, an exception and a thread: what breakpoints and steps stop at."""
import threading


def double(n):
    return n + n


def pairs(limit):
    for n in range(limit):
        yield n, double(n)


def attempt():
    try:
        double(None)
    except TypeError as error:
        return error.args


def main():
    found = []
    for pair in pairs(2):
        found.append(pair)
    attempt()
    return found


class Counter:
    def count(self):
        return double(21)


main()
worker = threading.Thread(target=Counter().count, name="worker")
worker.start()
worker.join()
