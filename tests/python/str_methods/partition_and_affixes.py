"""partition, rpartition, removeprefix, removesuffix, startswith, endswith."""
for text in ("key=value=more", "none", "=", "", "a=", "=b"):
    print(text.partition("="), text.rpartition("="))
print("a::b::c".partition("::"), "a::b::c".rpartition("::"), "αβγ".partition("β"))
for prefix in ("un", "undo", "", "x", "undone!"):
    print(repr(prefix), "undone".removeprefix(prefix), "undone".startswith(prefix), "undone".removesuffix(prefix))
print("done".removesuffix("ne"), "done".removesuffix("done"), "done".endswith(("x", "ne")))
print("abcabc".startswith("abc", 3), "abcabc".startswith("bc", 1, 2), "abcabc".endswith("abc", -3),
      "abc".endswith("", 3), "abc".endswith("", 4), "abc".startswith("", 3), "abc".startswith("", 4))
print("abc".startswith(()), "abc".endswith(()), "abc".startswith(("b", "a"), 1), "abc".startswith("b", True))
for call in (lambda: "a".partition(""), lambda: "a".rpartition(""), lambda: "a".partition(1),
             lambda: "a".startswith(1), lambda: "a".startswith(["a"]), lambda: "a".startswith(("a", 1)),
             lambda: "b".startswith(("a", 1)), lambda: "a".endswith(b"a"), lambda: "a".removeprefix(None),
             lambda: "a".startswith(), lambda: "a".startswith("a", "x")):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
text = "same"
print(text.removeprefix("x") is text, text.removesuffix("") == text, text.partition("x")[0] is text)
