import sys

name = input("name? ")
rest = sys.stdin.read()
print(repr(name), repr(rest))
print(input())
