import codecs, warnings
warnings.simplefilter('error', UserWarning)
def t(*a):
    try: print(a, codecs.escape_decode(*a))
    except Exception as e: print(a, type(e).__name__, e)
for s in [b'', b'abc', rb'\n\t\a\b\f\v\r\'\"\\', b'a\\\nb', rb'\x41\x4g', rb'\x', rb'\x4', b'\\', rb'\101\7\18\377', b'\xff\\x80', 'caf\xe9\\n', 5, bytearray(b'\\x00')]:
    t(s)
for h in ('ignore','replace','strict','other', None):
    t(rb'a\x4zb\xzc', h)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    t(rb'\d\777\q')
    for x in w: print(x.category.__name__, x.message)
with warnings.catch_warnings():
    warnings.simplefilter('error')
    t(rb'\d')
