source = "def made(n):\n    return n + 1\n"
space = {}
exec(source, space)
exec(compile(source, "nosuch.py", "exec"), space)
print(space["made"](1))
print(eval("[n * n for n in range(3)]"))
exec("x = 1\nraise ValueError(x)")
