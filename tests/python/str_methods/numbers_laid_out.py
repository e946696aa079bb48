"""Numbers in fields: every alignment, fill, sign, width and kind of number against each other."""
specs = [fill + align + sign + width + kind
         for fill, align in [("", ""), ("", "<"), ("", ">"), ("", "^"), ("", "="), ("*", "^"), ("0", "="), ("é", ">"),
                             ("€", "^"), ("x", "<")]
         for sign in ("", "+", " ", "-") for width in ("", "1", "7", "012") for kind in ("", "d")]
for value in (0, 7, -42, 123456, -(2**63), 2**64, True):
    print([format(value, spec) for spec in specs[::3]])
for value in (0.0, -0.0, 3.14159, -2.5e10, 1e-7, float("inf"), float("-inf"), float("nan"), 123456789.125):
    print([format(value, spec) for spec in
           ("", ".2f", "10.3f", "<10.1f", "^12.4e", "=+10.2f", "010.2f", "*>12g", "é^12.1f", ".0f", "#.0f", "%", ".1%",
            " .3f", "+.3g", "=012.1f", "z.1f", "n", "5", "-8", "020,.2f", "15_.3f")])
for value in (255, -255, 0, 2**70):
    print([format(value, spec) for spec in
           ("x", "X", "o", "b", "#x", "#010x", "#o", "+b", "^#20b", "_x", ",", "_", "020,", "n", "c" if value == 255 else "d",
            "e", ".2f", "<#14X", "=#14x")])
for value, spec in [(5, ".2"), (5, "s"), (5, "zd"), (5, ",n"), (5.0, "d"), (5.0, ",n"), (5, "+c"), (5.0, "x"),
                    (5, "10 d"), (5, "99999999999999999999d"), (5.0, "._f")]:
    try:
        print(format(value, spec))
    except Exception as error:
        print(type(error).__name__, error)
print(f"{7:{5}}|{7:>{4}d}|{-7:=5}|{3.14159:.{2}f}|{'a':>3}|{7:05}|{-7:05}|{-7.5:08}")
print("%5d|%-5d|%05d|%+d|% d|%x|%#o|%s|%r|%%|%c" % (42, 42, -42, 42, 42, 255, 8, "s", "r", "c"))
print("é%d€%s" % (1, "ü"), "%(a)s-%(b)03d" % {"a": 1, "b": 2}, "%.3f %5.1e %g" % (1.5, 12345.678, 1e20))
