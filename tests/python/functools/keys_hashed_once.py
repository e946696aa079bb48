"""lru_cache asks a key for its hash once a call; typed and unlimited caches, eviction, reentrant calls, errors."""
import functools


class Key:
    def __init__(self, number):
        self.number, self.hashes, self.comparisons = number, 0, 0

    def __hash__(self):
        self.hashes += 1
        return self.number % 2

    def __eq__(self, other):
        self.comparisons += 1
        return self.number == other.number


for limit in (None, 1, 2, 0):
    @functools.lru_cache(maxsize=limit)
    def double(key, *rest):
        return key.number * 2

    keys = [Key(number) for number in range(4)]
    for key in (*keys, *keys, keys[0]):
        double(key)
    print(limit, double.cache_info(), [key.hashes for key in keys])
    double(keys[1], 5)
    double.cache_clear()
    double(keys[1])
    print([key.hashes for key in keys], double.cache_info())


@functools.lru_cache(maxsize=2)
def depth(key):
    return 0 if key.number == 0 else 1 + depth(Key(key.number - 1))


print(depth(Key(5)), depth.cache_info())


class Bad:
    def __hash__(self):
        raise TypeError("no hash today")


try:
    depth(Bad())
except TypeError as error:
    print(error)
