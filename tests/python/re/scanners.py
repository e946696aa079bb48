# Scanners go on where they stopped; re.Scanner builds a tokenizer on them.
import re

scanner = re.compile(r"\w").scanner("ab c", 0, 4)
print(scanner.pattern.pattern, scanner.match(), scanner.match(), scanner.match(), scanner.match(), scanner.search())
scanner = re.compile("x*").scanner("axb")
print([m.span() for m in iter(scanner.search, None)], scanner.search())
scanner = re.compile("a|").scanner("ab")
print(scanner.match(), scanner.search(), scanner.match(), scanner.search())
print(type(scanner), hasattr(scanner, "__dict__"))
try:
    type(scanner)()
except TypeError as error:
    print(error)
lexer = re.Scanner([
    (r"[a-zA-Z_]\w*", lambda s, token: ("name", token)),
    (r"\d+\.\d*", lambda s, token: ("float", float(token))),
    (r"\d+", lambda s, token: ("int", int(token))),
    (r"=|\+|-|\*|/", lambda s, token: ("op", token)),
    (r"\s+", None),
    (r"#.*", "comment"),
])
print(lexer.scan("sum = 3*foo + 312.50 # end"), lexer.scan("a ? b"), lexer.scan(""))
print(lexer.scanner.groups, lexer.scanner.pattern, lexer.scanner.scanner("x").pattern is lexer.scanner)
