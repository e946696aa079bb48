import csv,_csv,io
for kw in [dict(delimiter=''),dict(quotechar=''),dict(quotechar=None),dict(escapechar=''),dict(delimiter=None),dict(delimiter=4),dict(quoting=9),dict(quoting='a'),dict(lineterminator=4),dict(lineterminator=None),dict(foo=1),dict(quoting=2**70)]:
    try: d=_csv.Dialect(**kw); print(kw,d.quotechar,d.quoting,d.escapechar, d.strict,repr(d.delimiter))
    except Exception as e: print(kw,repr(e))
for f in [lambda:_csv.Dialect(*range(10)),lambda:_csv.reader(),lambda:_csv.reader(1,2,3),lambda:_csv.reader(5),lambda:_csv.writer(5),lambda:_csv.register_dialect(),lambda:_csv.register_dialect(3),lambda:_csv.get_dialect('q'),lambda:_csv.get_dialect([]),lambda:_csv.field_size_limit('a'),lambda: list(_csv.reader(['a\rb'])),lambda: list(_csv.reader(['"a"b'],strict=True)),lambda: list(_csv.reader([b'"a"b'],strict=True)),lambda: _csv.Dialect().__reduce__(),lambda: _csv.Dialect().__reduce_ex__(2), lambda:_csv.unregister_dialect(5), lambda: _csv.field_size_limit(2**80), lambda: _csv.Dialect(foo=1)]:
    try: print(f())
    except Exception as e: print(repr(e))
rows=[['a','b,c','d"e','f\ng','h\\i','', None, 1, 2.5],[''],[],['é','漢'],['\\'],['x\\"y']]
import itertools
for q,esc,dbl,qc in itertools.product(range(4),[None,'\\','"'],[0,1],['"','|',None]):
    try:
        out=io.StringIO()
        w=csv.writer(out,quoting=q,escapechar=esc,doublequote=dbl,quotechar=qc)
    except Exception as e: print(q,esc,dbl,qc,repr(e)); continue
    for r in rows:
        try: w.writerow(r)
        except Exception as e: print(q,esc,dbl,qc,r,repr(e))
    t=out.getvalue(); print(repr(t))
    try: print(list(csv.reader(t.splitlines(True),quoting=q,escapechar=esc,doublequote=dbl,quotechar=qc)))
    except Exception as e: print(repr(e))
