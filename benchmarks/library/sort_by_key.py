"""Sorts records by keys: lambda, itemgetter, attrgetter, str.lower, cmp_to_key; groups and merges them."""

import functools
import heapq
import itertools
import operator


class Person:
    def __init__(self, name, age, city):
        self.name, self.age, self.city = name, age, city


seed = 12345
people = []
for number in range(60000):
    seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
    people.append(Person(f"{'AbCdEfG'[seed % 7]}name{seed >> 8 & 4095}", seed >> 16 & 63, seed % 31))

by_age = sorted(people, key=lambda person: person.age)
by_name = sorted(people, key=operator.attrgetter("name"))
by_two = sorted(people, key=lambda person: (person.city, -person.age, person.name))
pairs = sorted(((person.city, person.name) for person in people), key=operator.itemgetter(1, 0))
folded = sorted((person.name for person in people), key=str.lower, reverse=True)
compared = sorted(people[:4000], key=functools.cmp_to_key(lambda a, b: (a.age > b.age) - (a.age < b.age)))
sizes = [(age, sum(1 for _ in group)) for age, group in itertools.groupby(by_age, key=lambda person: person.age)]
merged = list(heapq.merge(by_age[:5000], by_age[5000:9000], key=lambda person: person.age))
smallest = heapq.nsmallest(50, people, key=lambda person: (person.name, person.age))
print(by_name[0].name, by_two[-1].city, pairs[0], folded[:2], compared[0].age, sizes[:3], len(merged), smallest[-1].name)
