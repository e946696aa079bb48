# What has no separator in it: strings and subclasses of them, separators that could not be there at all.
class Text(str):
    pass


for make in str, Text:
    for text in "ab", "", "a" * 5, "caf\xe9", "\u4e2d\u6587":
        for separator in "x", "xyz", "\u4e2d", "\U0001f600", "abcdef", make("zz"):
            owner = make(text)
            for name in "split", "rsplit", "partition", "rpartition":
                found = getattr(owner, name)(separator)
                print(make.__name__, ascii(text), name, ascii(separator), [type(part).__name__ for part in found],
                      owner in found and [part is owner for part in found].count(True) if make is Text else "",
                      ascii(found))
