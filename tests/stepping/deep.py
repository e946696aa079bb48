import sys

sys.setrecursionlimit(300)


def down(n):
    if n == 0:
        return 0
    return 1 + down(n - 1)


print(down(100))
try:
    down(1000)
except RecursionError as error:
    print(error)
print("survived")
