# nis: arguments and errors on a machine that belongs to no domain.
import warnings

warnings.simplefilter("ignore")
import nis


def show(function, *arguments, **keywords):
    try:
        print(function.__name__, arguments, keywords, function(*arguments, **keywords))
    except Exception as error:
        print(function.__name__, arguments, keywords, type(error).__name__, error)


print(nis.error.__mro__, nis.error.__module__)
for function in (nis.cat, nis.match, nis.maps, nis.get_default_domain):
    show(function, *[1] * (1 + (function is nis.match)))
    show(function, None, None, None, None)
    show(function, nonsense=1)
show(nis.cat)
show(nis.match, "key")
show(nis.match, "key", 2)
show(nis.match, b"key", "passwd")
show(nis.cat, "a\0b")
show(nis.cat, "a\ud800")
show(nis.match, "root", "passwd", domain=1)
show(nis.match, "root", map="passwd", domain="a\0")
