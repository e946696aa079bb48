# audioop: what is told of a piece of sound, for each width, and its errors.
import random
import warnings

warnings.simplefilter("ignore")
import audioop


def show(function, *arguments):
    try:
        result = function(*arguments)
        print(function.__name__, result)
    except Exception as error:
        print(function.__name__, arguments[1:], type(error).__name__, error)


def sound(width, count, seed=1):
    source = random.Random(seed * 10 + width)
    most = 2 ** (8 * width - 1)
    value, octets = 0, b""
    for _ in range(count):
        value = max(-most, min(most - 1, value + source.choice((0, 0, 1, -1, most // 3, -most // 3))))
        octets += value.to_bytes(width, "little", signed=True)
    return octets


measures = (audioop.max, audioop.minmax, audioop.avg, audioop.rms, audioop.avgpp, audioop.maxpp, audioop.cross)
for width in (1, 2, 3, 4):
    lowest, highest = b"\0" * (width - 1) + b"\x80", b"\xff" * (width - 1) + b"\x7f"
    for piece in (b"", lowest, highest, lowest + highest, highest + lowest + highest, sound(width, 40), sound(width, 40, 2), bytearray(lowest * 3)):
        for measure in measures:
            show(measure, piece, width)
    for index in (0, 5, 39, 40, -1, 2**70, "0"):
        show(audioop.getsample, sound(width, 40), width, index)
for measure in measures + (audioop.getsample,):
    more = (0,) if measure is audioop.getsample else ()
    for arguments in ((b"abc", 2), (b"abc", 0), (b"abc", 5), (b"abc", -1), ("abc", 1), (1, 1), (b"abc", 1.0), (b"abc", 2**40), (b"abc",)):
        show(measure, *arguments, *more)
reference = sound(2, 10)
piece = sound(2, 30, 3) + reference + sound(2, 20, 4)
for function in (audioop.findfit, audioop.findfactor):
    for first, second in ((piece, reference), (reference, reference), (reference, piece), (b"a", b"ab"), (b"ab", b"a"), ("ab", b"ab"), (b"ab", 1)):
        show(function, first, second)
for length in (0, 1, 7, 60, 61, -1, "1"):
    show(audioop.findmax, piece, length)
show(audioop.findmax, b"abc", 1)
print(audioop.error.__mro__)
