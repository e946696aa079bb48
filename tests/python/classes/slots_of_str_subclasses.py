# Subclasses of str with __slots__ of their own: the fields stand apart from the characters, and are inherited.
import gc
import weakref


class Url(str):
    __slots__ = ("scheme", "host")

    def __new__(cls, text, scheme=None, host=None):
        self = str.__new__(cls, text)
        self.scheme = scheme
        self.host = host
        return self


url = Url("http://example.org/ä€😀", scheme="http", host="example.org")
print(url, url.scheme, url.host, len(url), url[-1], url == "http://example.org/ä€😀", hash(url) == hash(str(url)))
del url.host
try:
    url.host
except AttributeError as error:
    print(error)
try:
    url.other = 1
except AttributeError as error:
    print(error)
print(hasattr(url, "__dict__"), Url.__slots__, type(Url.scheme).__name__)


class Deep(Url):
    __slots__ = ("extra", "__weakref__")


class Open(Deep):
    pass


deep = Deep("deep", "a", "b")
deep.extra = [deep]
print(deep.scheme, deep.host, deep.extra[0] is deep)
gone = weakref.ref(deep)
del deep
gc.collect()
print(gone())

opened = Open("open", 1, 2)
opened.extra = 3
opened.free = 4
print(opened, opened.scheme, opened.host, opened.extra, opened.free, opened.__dict__)
many = [Url(str(i) * i, i, str(i)) for i in range(300)]
print(sum(u.scheme for u in many), sum(len(u.host) for u in many), sum(len(u) for u in many))


class Number(int):
    __slots__ = ()


for base in (int, bytes, tuple):
    try:
        type("Bad", (base,), {"__slots__": ("field",)})
    except TypeError as error:
        print(error)
print(Number(5) + 1, {Url("k"): 1}["k"], "".join([Url("x"), Url("y")]))
