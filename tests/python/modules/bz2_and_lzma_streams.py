import _bz2,_lzma
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e),e)
for f in [lambda:_bz2.BZ2Compressor(0),lambda:_bz2.BZ2Compressor(10),lambda:_bz2.BZ2Compressor(compresslevel=3),lambda:_bz2.BZ2Compressor(1,2),lambda:_bz2.BZ2Compressor('a'),lambda:_bz2.BZ2Decompressor(1),lambda:_bz2.BZ2Decompressor(a=1),
 lambda:_bz2.BZ2Decompressor().decompress(b'abcdefgh'),lambda:_bz2.BZ2Decompressor().decompress(),lambda:_bz2.BZ2Decompressor().decompress('a'),
 lambda:_bz2.BZ2Compressor().compress(),lambda:_bz2.BZ2Compressor().flush(1),
 lambda:_lzma.LZMACompressor(1,2,3,4,5),lambda:_lzma.LZMACompressor(9),lambda:_lzma.LZMACompressor(1,99),lambda:_lzma.LZMACompressor(2,1),lambda:_lzma.LZMACompressor(3),lambda:_lzma.LZMACompressor(3,-1,5),
 lambda:_lzma.LZMACompressor(preset=1,filters=[]),lambda:_lzma.LZMACompressor(filters=[]),lambda:_lzma.LZMACompressor(filters=[{}]),lambda:_lzma.LZMACompressor(filters=[{'id':99}]),lambda:_lzma.LZMACompressor(filters=[{'id':33,'preset':99}]),lambda:_lzma.LZMACompressor(filters=[{'id':33,'foo':99}]),lambda:_lzma.LZMACompressor(filters=[{'id':3,'foo':99}]),lambda:_lzma.LZMACompressor(filters=[{'id':4,'foo':99}]),lambda:_lzma.LZMACompressor(filters=5),lambda:_lzma.LZMACompressor(filters=[5]),lambda:_lzma.LZMACompressor(filters=[{'id':3}]*6),
 lambda:_lzma.LZMACompressor(2,filters=[{'id':33}]),lambda:_lzma.LZMACompressor(2,filters=[{'id':3},{'id':33}]), lambda:_lzma.LZMACompressor(preset=77),lambda:_lzma.LZMACompressor(preset=-1),lambda:_lzma.LZMACompressor(preset=2**40),lambda:_lzma.LZMACompressor(preset='a'),
 lambda:_lzma.LZMADecompressor(9),lambda:_lzma.LZMADecompressor(3),lambda:_lzma.LZMADecompressor(1,None,[]),lambda:_lzma.LZMADecompressor(3,5,[{'id':33}]),lambda:_lzma.LZMADecompressor(memlimit='a'),lambda:_lzma.LZMADecompressor(memlimit=-1),
 lambda:_lzma.LZMADecompressor().decompress(b'abcdefghijklmnopqrst'),lambda:_lzma._encode_filter_properties({'id':33}),lambda:_lzma._encode_filter_properties({'id':_lzma.FILTER_LZMA1,'dict_size':65536}),lambda:_lzma._decode_filter_properties(33,b'\x16'),lambda:_lzma._decode_filter_properties(_lzma.FILTER_LZMA1,b']\x00\x00\x80\x00'),lambda:_lzma._decode_filter_properties(3,b'\x07'),lambda:_lzma._decode_filter_properties(4,b"\0\1\0\0"),lambda:_lzma._decode_filter_properties(3,b''),lambda:_lzma._decode_filter_properties(3,'a'),lambda:_lzma._decode_filter_properties('a',b''),lambda:_lzma._encode_filter_properties(5),lambda:_lzma.is_check_supported(4),lambda:_lzma.is_check_supported(99),lambda:_lzma.is_check_supported('a'),lambda:_lzma.LZMADecompressor().check, lambda:_lzma.LZMACompressor(check=55), lambda:_lzma._encode_filter_properties({'id':33,'dict_size':'a'}),lambda:_lzma._encode_filter_properties({'id':33,'mode':-1}),lambda:_lzma._encode_filter_properties({'id':33,'lc':77}),lambda:_lzma._encode_filter_properties({'id':4,'start_offset':77}),lambda:_lzma._encode_filter_properties({'id':3,'dist':77}),lambda:_lzma._encode_filter_properties({'id':-5})]:
    t(f)
c=_lzma.LZMACompressor(); d=c.compress(b'abc')+c.flush()
t(lambda:c.flush()); t(lambda:c.compress(b''))
D=_lzma.LZMADecompressor(); t(lambda:D.decompress(d+b'xyz')); print(D.eof,D.check,D.unused_data,D.needs_input); t(lambda:D.decompress(b''))
t(lambda:_lzma.LZMADecompressor(memlimit=100).decompress(d))
D=_lzma.LZMADecompressor(); 
for i in range(0,len(d),7): t(lambda:D.decompress(d[i:i+7],1)); print(D.eof,D.needs_input,D.check)
c=_bz2.BZ2Compressor(); d=c.compress(b'abc'*1000)+c.flush()
t(lambda:c.flush()); t(lambda:c.compress(b''))
D=_bz2.BZ2Decompressor()
for i in range(0,len(d),7): t(lambda:D.decompress(d[i:i+7],5)); print(D.eof,D.needs_input)
t(lambda:len(D.decompress(b'')))
t(lambda:len(D.decompress(b'qq'))); print(D.eof,D.unused_data, D.needs_input)
for made,c in ((_bz2.BZ2Decompressor,_bz2.BZ2Compressor()),(_lzma.LZMADecompressor,_lzma.LZMACompressor())):
    compressed=c.compress(b'abc'*1000)+c.flush()
    D=made(); t(lambda:len(D.decompress(compressed+b'rest'))); print(D.eof,D.unused_data,D.needs_input)
    D.__init__(); print(D.eof,D.unused_data,D.needs_input); t(lambda:D.decompress(compressed))
    # Input that waits: taken bit by bit, and added to meanwhile.
    D=made(); out=[D.decompress(compressed[:-9],7)]
    while not D.needs_input: out.append(D.decompress(b'',7))
    for i in range(9): out.append(D.decompress(compressed[len(compressed)-9+i:][:1],5))
    while not D.eof: out.append(D.decompress(b'',11))
    print(b''.join(out)==b'abc'*1000,[len(piece) for piece in out][:30],D.unused_data,D.needs_input)
    D=made(); out=D.decompress(compressed+b'tail',1)
    while not D.eof: out+=D.decompress(b'X',1)
    print(len(out),D.unused_data[:4],len(D.unused_data))
class Filters:
    def __len__(self): return 1
    def __getitem__(self,index):
        t(lambda:compressor.__init__()); t(lambda:len(compressor.compress(b'abc')))
        return {'id':33}
compressor=_lzma.LZMACompressor(); t(lambda:compressor.__init__(filters=Filters())); t(lambda:len(compressor.compress(b'abc')+compressor.flush())>30)
