# Case is ignored by ASCII or Unicode rules; some characters have more than one partner.
import re

for pattern, subject in (("straße", "STRASSE STRAßE"), ("[a-z]+", "ABCſK"), ("k", "Kk\u212a"), ("[^k]", "K\u212aa"),
                         ("ſ", "sSſ"), ("İ", "iİıI"), ("i", "iİıI"), ("µ", "µμΜ"), ("σ", "σςΣ"), ("[ά-ώ]", "ΆΏa"),
                         ("\U00010400", "\U00010428\U00010400"), ("[\U00010400-\U00010410]", "\U00010428x"), ("ﬀ", "ﬀFF"),
                         ("é+", "éÉéè"), ("[é]+", "éÉéè"), ("\u1c80", "в\u1c80В"), ("[\u0390\u1fd3]", "\u0390\u1fd3")):
    print(ascii(pattern), ascii(re.findall(pattern, subject, re.I)), ascii(re.findall(pattern, subject, re.I | re.A)))
print(re.findall(rb"[a-c\xe9]", b"ABC\xe9\xc9", re.I), re.findall("(?i:a)b", "Ab AB ab"), re.findall("(?-i:a)b", "Ab AB aB", re.I))
print(re.sub("a", "x", "aAbB", flags=re.I), re.split("x", "1X2x3", flags=re.I), re.findall(r"(?i)(\w)\1", "aA bB Éé ßẞ"))
print(re.match("(?i)[^a]", "A"), re.match("(?i)A{2}", "aa"), re.match("(?i)[A-Z]{3}?", "abc"), re.search("(?i)FOOBAR", "xfooBar"))
