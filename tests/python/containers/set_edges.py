"""Sets: hash of frozensets, elements compared during change, mixed operand kinds, subclass results, pop, update forms."""
s = {3, 1, 2}
for expression in ("s | [1]", "s & 'a'", "s - {}", "s ^ {1: 2}.keys()", "s < [1]", "s <= frozenset(s)", "s == frozenset(s)", "s.union([4], (5,), 'x')", "s.intersection()", "s.intersection([1, 2], {2, 3})", "s.difference([1], [2])", "s.symmetric_difference([1, 9])", "s.symmetric_difference([1], [2])", "s.issubset(range(10))", "s.issuperset([])", "s.isdisjoint('ab')", "s.issubset(5)", "s.union(5)", "s | 5", "s.add([])", "s.add({1})", "{1} in s", "[] in s", "s.remove(9)", "s.remove({9})", "s.discard(9)",
                   "s.discard([])", "set().pop()", "{frozenset({1}): 'k'}[frozenset([1])]", "{1} in {frozenset({1})}", "{frozenset({1})}.remove({1})", "hash(frozenset({1, 2})) == hash(frozenset({2, 1}))", "hash(s)", "hash(frozenset([[]]))", "frozenset(s) is frozenset(s)", "frozenset() is frozenset()", "frozenset(frozenset({1})) == {1}", "set('aab') == {'a', 'b'}", "set(5)", "set([[]])", "set(1, 2)", "set(x=1)", "frozenset(x=1)", "{1, True, 1.0}", "{0, -0.0, False}", "{1, 2}.__len__()", "s.copy() is s", "frozenset(s).copy()", "set.__new__(set, [1])",
                   "set.__or__({1}, [2])", "{1} | frozenset({2})", "type({1} | frozenset())", "type(frozenset() | {1})", "s > {1}", "s >= s", "s < s", "{1} < {2}", "{1} <= {2}", "not {1} < {2} and not {1} > {2}", "{*()}", "sorted({1, 2} ^ {2, 3})", "s.__reduce__()[1]", "s[0]", "s.update(5)", "s.difference_update([1], 5)", "set.union({1})", "set.union()", "frozenset.union(frozenset({1}), {2}) == {1, 2}", "set().union(*[[1], [2]]) == {1, 2}"):
    try:
        print(expression, "=", eval(expression))
    except (TypeError, KeyError) as error:
        print(expression, "->", type(error).__name__, error)


class Sub(set):
    pass


class FrozenSub(frozenset):
    pass


a, b = Sub([1, 2]), FrozenSub([2, 3])
print(type(a | b).__name__, type(b | a).__name__, type(a.copy()).__name__, type(a.union([1])).__name__, type(a - b).__name__, repr(a), repr(b), repr(Sub()), type(b.copy()).__name__)
a |= [4] if False else {4}
a.update([5], "x", {6: 7})
a.intersection_update([1, 5, 6], {5, 6})
a.symmetric_difference_update([5, 7])
print(sorted(a))


class Element:
    def __init__(self, n, effect):
        self.n, self.effect = n, effect

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.effect()
        return self is other


target = set()
target |= {Element(i, lambda: None) for i in range(3)}
clearing = Element(9, target.clear)
print(clearing in target, len(target))
target.add(Element(1, lambda: None))
try:
    for x in target:
        target.add(Element(2, lambda: None))
except RuntimeError as error:
    print(error)
nested = {frozenset({frozenset(), frozenset({1})})}
print(len(next(iter(nested))), frozenset() in next(iter(nested)), {frozenset(): 1}[frozenset(set())])
recursive = Sub()
recursive.attribute = [recursive]
print(recursive.attribute, len({(), frozenset(), "", 0, None, 0.0, False}))
numbers = set(range(100))
for n in range(0, 100, 3):
    numbers.discard(n)
print(sum(numbers), len(numbers), {n for n in numbers if n < 10} == {1, 2, 4, 5, 7, 8})
