"""A least-recently-used cache as a linked list and a dict, under a skewed load: attribute stores, dict churn."""


class Node:
    __slots__ = ("key", "value", "previous", "next")

    def __init__(self, key=None, value=None):
        self.key = key
        self.value = value
        self.previous = self
        self.next = self


class Cache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.nodes = {}
        self.root = Node()
        self.hits = 0
        self.misses = 0

    def _unlink(self, node):
        node.previous.next = node.next
        node.next.previous = node.previous

    def _push(self, node):
        root = self.root
        node.next = root.next
        node.previous = root
        root.next.previous = node
        root.next = node

    def __getitem__(self, key):
        try:
            node = self.nodes[key]
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        self._unlink(node)
        self._push(node)
        return node.value

    def __setitem__(self, key, value):
        node = self.nodes.get(key)
        if node is not None:
            node.value = value
            self._unlink(node)
        else:
            if len(self.nodes) >= self.capacity:
                oldest = self.root.previous
                self._unlink(oldest)
                del self.nodes[oldest.key]
            node = self.nodes[key] = Node(key, value)
        self._push(node)

    def __contains__(self, key):
        return key in self.nodes

    def __len__(self):
        return len(self.nodes)


def requests(count):
    state = 42
    for _ in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        value = state >> 40
        yield ("page", value % 64) if value & 3 else ("item", value % 5000)


cache = Cache(512)
checksum = 0
for request in requests(400_000):
    try:
        value = cache[request]
    except KeyError:
        value = hash(len(request[0])) * 31 + request[1]
        cache[request] = value
    checksum = (checksum * 33 + value) % 1_000_000_007
print(len(cache), cache.hits, cache.misses, checksum)
