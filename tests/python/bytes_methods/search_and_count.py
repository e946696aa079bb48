"""bytes and bytearray: find, index, count, in, with bytes, ints and bounds."""
for data in (b"abcabcabc", bytearray(b"abcabcabc")):
    print(data.find(b"c"), data.rfind(b"c"), data.find(b"ca", 3), data.find(99), data.rfind(97), data.index(b"b", 2))
    print(data.count(b"abc"), data.count(b""), data.count(97, 1), data.count(b"bc", -3), data.find(b"", 9),
          data.find(b"", 10), b"ca" in data, 98 in data, b"" in data, data.find(bytearray(b"bc")),
          data.find(memoryview(b"bc")))
    for call in (lambda: data.index(b"x"), lambda: data.rindex(b"x"), lambda: data.find("a"), lambda: data.find(256),
                 lambda: data.find(-1), lambda: 300 in data, lambda: "a" in data, lambda: data.count(),
                 lambda: data.find(None), lambda: data.find(1.5)):
        try:
            print(call())
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
print(b"aaaa".count(b"aa"), b"\x00\x01\x00".find(b"\x01\x00"), bytes(range(256)).find(200))
print(b"hay" * 50 + b"needle" in b"hay" * 100 + b"needle", (b"ab" * 1000).rfind(b"ba"))
