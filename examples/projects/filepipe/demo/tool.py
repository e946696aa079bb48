import sys


def main():
    print("apples", *sys.argv)
