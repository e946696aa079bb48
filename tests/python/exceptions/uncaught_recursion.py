"""Runaway recursion prints its traceback folded: repeated lines are counted."""
import sys

sys.setrecursionlimit(120)


def ping(n):
    return pong(n + 1)


def pong(n):
    return ping(n + 1)


def down(n):
    return down(n + 1)


try:
    ping(0)
except RecursionError as error:
    print("first:", error)
down(0)
# exit code 1
