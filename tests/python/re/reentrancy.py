# Patterns used while they are being used, and indexes and callbacks that run code.
import re

p = re.compile("(a)(b)?")
print(p.sub(lambda m: "<" + p.sub(lambda n: n[1].upper(), m[0] + "a") + ">", "abxa"))
print([p.findall(m[0] * 2) for m in p.finditer("ab a")])
class Evil:
    def __index__(self):
        re.purge()
        return p.match("ab").end() - 1
print(p.search("aab", Evil()), p.findall("abab", Evil(), Evil()), p.match("ab")[Evil()])
scanner = p.scanner("aaa")
print(p.sub(lambda m: str(scanner.search().start()), "aaa"))
class Name(str):
    def __hash__(self):
        return hash("n")
    def __eq__(self, other):
        seen.append(other)
        return str.__eq__(self, other)
seen = []
print(re.match("(?P<n>a)", "a").group(Name("n")), seen)
def raising(match):
    raise KeyError(match.start())
try:
    re.sub("b", raising, "aab")
except KeyError as error:
    print("KeyError", error)
generator = re.finditer("a", "aaa")
next(generator)
print([m.start() for m in generator], re.findall("a", "aa"))
import gc
m = re.match("(x)", "x")
cycle = [m.string, m]
cycle.append(cycle)
del cycle, m
print(gc.collect() >= 1)
