größe = "naïve – ünïcödé"
数 = {"日本": "東京"}
絵 = "👩‍🚀" + "e\u0301"
def ärger(ß, *値, **残り):
    return ß, 値, 残り
print(größe, 数, 絵, ärger(1, 2, x=3))
print("\ud800".encode("utf-8", "replace"))
