# Programs that no compiler made are refused, whatever their words are; those that make sense run.
import _sre

print(_sre.MAGIC, _sre.CODESIZE, _sre.MAXREPEAT, _sre.MAXGROUPS, _sre.getcodesize())


def compiled(words, groups=0):
    try:
        return _sre.compile("p", 0, words, groups, {}, (None,) * (groups % 8 + 1))
    except (RuntimeError, OverflowError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


SUCCESS, ANY, AT, BRANCH, IN, INFO, JUMP, LITERAL, MARK, MAX_UNTIL, REPEAT, REPEAT_ONE = 1, 2, 6, 7, 13, 14, 15, 16, 17, 18, 23, 24
for words in ([], [1], [0], [16, 97, 1], [16], [16, 97], [99, 1], [1 << 31, 1], [LITERAL, 97, 2, 2, 2, SUCCESS], [AT, 11, 1], [AT, 12, 1],
              [JUMP, 1, 1], [IN, 3, LITERAL, 97, 1], [IN, 4, LITERAL, 97, 0, 1], [IN, 900, 0, 1], [INFO, 4, 0, 0, 0, 1], [INFO, 3, 0, 0, 1],
              [INFO, 5, 1, 1, 1, 1, 1], [BRANCH, 0, 1], [BRANCH, 5, LITERAL, 97, JUMP, 2, 0, 1], [BRANCH, 5, LITERAL, 97, JUMP, 9, 0, 1],
              [REPEAT, 6, 0, 9, LITERAL, 97, MAX_UNTIL, 1], [REPEAT, 5, 0, 9, LITERAL, 97, MAX_UNTIL, 1], [MAX_UNTIL, 1],
              [REPEAT_ONE, 6, 0, 9, LITERAL, 97, SUCCESS, 1], [REPEAT_ONE, 6, 9, 0, LITERAL, 97, SUCCESS, 1], [12, 0, 1]):
    print(words, compiled(words))
print(compiled([MARK, 0, ANY, MARK, 1, 1], 1).match("x").groups(), compiled([1], -1), compiled([1], 1 << 31))
for words in ([-1], [1 << 32], ["a"], [1.5], [None], (1,), None):
    print(words, compiled(words))
