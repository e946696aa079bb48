# audioop: sound made of sound (louder, mixed, other widths, rates and codes), for each width, with states and errors.
import random
import warnings

warnings.simplefilter("ignore")
import audioop
import hashlib


def brief(value):
    if isinstance(value, bytes):
        return value.hex() if len(value) <= 24 else "%d %s" % (len(value), hashlib.md5(value).hexdigest())
    if isinstance(value, tuple):
        return tuple(map(brief, value))
    return value


def show(function, *arguments):
    try:
        print(function.__name__, arguments[1:], brief(function(*arguments)))
    except Exception as error:
        print(function.__name__, arguments[1:], type(error).__name__, error)


for width in (1, 2, 3, 4):
    noise = random.Random(width).randbytes(24 * width)
    lowest, highest = b"\0" * (width - 1) + b"\x80", b"\xff" * (width - 1) + b"\x7f"
    for piece in (b"", lowest + highest, noise):
        for factor in (0, 1, 2.5, -1, -0.3, 1e300, float("-inf")):
            show(audioop.mul, piece, width, factor)
        for bias in (0, 1, -1, 255, 0x7FFFFFFF, -0x80000000):
            show(audioop.bias, piece, width, bias)
        show(audioop.reverse, piece, width)
        show(audioop.byteswap, piece, width)
        show(audioop.add, piece, piece[::-1], width)
        show(audioop.tomono, piece, width, 1, 0.5)
        show(audioop.tostereo, piece, width, 2, -0.25)
        for wanted in (1, 2, 3, 4, 0, 5):
            show(audioop.lin2lin, piece, width, wanted)
        for function in (audioop.lin2ulaw, audioop.lin2alaw, audioop.ulaw2lin, audioop.alaw2lin):
            show(function, piece, width)
        for function in (audioop.lin2adpcm, audioop.adpcm2lin):
            for state in (None, (0, 0), (32767, 88), (-5, 40), (32768, 0), (0, 89), (0, -1), (0,), [0, 0], ("a", 0), 1):
                show(function, piece, width, state)
        state = None
        for rates in ((1, 1), (8000, 11025), (44100, 8000)):
            show(audioop.ratecv, piece, width, 1, *rates, None)
            show(audioop.ratecv, piece, width, 2, *rates, None, 3, 6)
            result, state = audioop.ratecv(piece, width, 1, *rates, state, 1, 1)
            print(brief(result), state)
for arguments in ((b"ab", 1, 0, 1, 1, None), (b"ab", 4, 2**30, 1, 1, None), (b"ab", 1, 1, 0, 1, None), (b"ab", 1, 1, 1, 1, None, 0), (b"ab", 1, 1, 1, 1, None, 1, -1),
                  (b"abc", 1, 2, 1, 1, None), (b"ab", 5, 1, 1, 1, None), (b"ab", 1, 1, 1, 1, 1), (b"ab", 1, 1, 1, 1, ()), (b"ab", 1, 1, 1, 1, (1, ())),
                  (b"ab", 1, 1, 1, 1, (1, [])), (b"ab", 1, 1, 1, 1, (1, (1,))), (b"ab", 1, 1, 1, 1, (1, ((1,),))), (b"ab", 1, 1, 1, 1, (-1, ((1, 2),))),
                  (b"ab", 1, 1, 1, 1), ("ab", 1, 1, 1, 1, None)):
    show(audioop.ratecv, *arguments)
# States from elsewhere: output that is due before any input. (More of it, and CPython writes behind its memory.)
for rates in ((8000, 8000), (8000, 11025), (44100, 8000), (1, 3)):
    output, state = audioop.ratecv(b"ab" * 4, 2, 1, *rates, (0, ((7, 9),)))
    print(rates, brief(output), state)
for function, arguments in ((audioop.add, (b"a", b"ab", 1)), (audioop.add, (b"abc", b"abc", 2)), (audioop.add, ("a", b"a", 1)), (audioop.tomono, (b"abc", 1, 1, 1)),
                            (audioop.mul, (b"a", 1, "x")), (audioop.bias, (b"a", 1, 2**31)), (audioop.ulaw2lin, (b"a", 9)), (audioop.alaw2lin, ("a", 1))):
    show(function, *arguments)
every = bytes(range(256))
print([audioop.getsample(audioop.ulaw2lin(every, 2), 2, i) for i in range(0, 256, 5)])
print([audioop.getsample(audioop.alaw2lin(every, 2), 2, i) for i in range(0, 256, 5)])
print(all(audioop.lin2alaw(audioop.alaw2lin(every, width), width) == every for width in (2, 3, 4)))
linear = b"".join(value.to_bytes(2, "little", signed=True) for value in range(-32768, 32768, 7))
print(brief(audioop.lin2ulaw(linear, 2)), brief(audioop.lin2alaw(linear, 2)))
