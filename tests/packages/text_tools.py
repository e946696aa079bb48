# Beautiful Soup, html5lib, tinycss2, tabulate, tqdm, wcwidth, Mako: reading and making texts of many forms.
import io

import bs4
import html5lib
import tinycss2
import tinycss2.color3
from mako.exceptions import RichTraceback
from mako.lookup import TemplateLookup
from mako.template import Template
from tabulate import tabulate
from tqdm import tqdm
from wcwidth import wcswidth, wcwidth

page = """<!DOCTYPE html><html><head><title>A &amp; B</title></head><body class="x y" id=main>
<p>One <b>bold</b><i>it</b>alic</i><p>Two<br>lines<a href="/a?b=1&c=2">link</a><!-- comment -->
<table><tr><td>1<td>2<tr><td colspan=2>3</table><script>if (a < b) {}</script><ul><li>x<li>y</ul></body>"""
for builder in ("html.parser", "html5lib"):
    soup = bs4.BeautifulSoup(page, builder)
    print(soup.title.string, soup.body["class"], [a["href"] for a in soup.find_all("a")], soup.find("b").parent.name, [t.get_text() for t in soup.select("table td")])
    print(soup.prettify()[:400], [type(c).__name__ for c in soup.contents], soup.find(string="link").find_parent("p") is not None)
soup = bs4.BeautifulSoup("<div><p class='a'>1</p><p>2</p></div>", "html.parser")
soup.p.insert_after(soup.new_tag("hr", id="n"))
soup.p.wrap(soup.new_tag("section"))
soup.find_all("p")[1].string = "<new>"
soup.div.append("text")
soup.hr.decompose()
print(soup, soup.find("p", class_="a").next_sibling, [s for s in soup.stripped_strings], soup.find_all(lambda t: t.name.startswith("s")), soup.encode("ascii"))
tree = html5lib.parse("<p>a<table>b<tr><td>c", treebuilder="etree", namespaceHTMLElements=False)
print(html5lib.serialize(tree, tree="etree", omit_optional_tags=False), html5lib.HTMLParser().parseFragment("a<b>c</i>") is not None)
parser = html5lib.HTMLParser(strict=False)
parser.parse("<p><div></p>&unknown;<table><p>")
print([(position, code) for position, code, _ in parser.errors])

for rule in tinycss2.parse_stylesheet("@media (min-width: 10px) { a:hover { color: #fff !important; margin: -1.5em 2% } } b { x: url(a.png) } @import 'q'; ! {", skip_comments=True, skip_whitespace=True):
    print(rule.type, rule.serialize() if rule.type != "error" else rule.message)
print([(d.name, d.important, [t.type for t in d.value]) for d in tinycss2.parse_declaration_list("color: rgb(1, 2, 3); width: calc(1px + 2%) !important", skip_whitespace=True)])
print(tinycss2.color3.parse_color("hsl(120, 50%, 50%)"), tinycss2.color3.parse_color("rebeccapurple"))

rows = [["Ann", 1.25, None], ["Bob\nB", -20, "x"], ["大", 1e10, True]]
for style in ("plain", "simple", "grid", "fancy_grid", "pipe", "orgtbl", "html", "latex", "rst", "psql", "tsv", "outline", "mixed_grid"):
    print(tabulate(rows, headers=["name", "number", "any"], tablefmt=style, floatfmt=".2f", missingval="-", showindex=style == "grid"))
print(tabulate([{"a": 1, "b": 2}, {"a": 3}], headers="keys", colalign=("left", "right")), tabulate({"x": [1, 2], "y": ["1,5", "b"]}, headers="keys"))

out = io.StringIO()
with tqdm(total=40, file=out, ascii=True, ncols=60, mininterval=0, bar_format="{desc}{percentage:3.0f}%|{bar}| {n_fmt}/{total_fmt}{postfix}", desc="work") as bar:
    for i in range(4):
        bar.set_postfix(i=i, refresh=False)
        bar.update(10)
print(out.getvalue().split("\r")[-1].strip(), tqdm.format_sizeof(123456), tqdm.format_interval(3725), sum(tqdm(range(5), disable=True)))
print([wcswidth(text) for text in ("abc", "コンニチハ", "e\u0301", "👩‍👩‍👧", "\x07", "")], wcwidth("한"))

lookup = TemplateLookup()
lookup.put_string("base", "<%def name='title()'>none</%def>[${self.title()}] ${self.body()} ${next.footer() if hasattr(next, 'footer') else ''}")
lookup.put_string("page", """<%inherit file="base"/><%! import math %><%def name="title()">${name | h}</%def><%def name="footer()">foot</%def>
% for i in range(3):
${loop.index}: ${math.sqrt(i) if i else "zero"} ${'odd' if loop.odd else 'even'}
% endfor
<%block name="b">block</%block> <% total = sum(values) %>${total}
<%text>${raw}</%text> ## comment
<%call expr="item(2)">inner ${caller is not UNDEFINED}</%call><%def name="item(n)">${n * 'x'}${caller.body()}</%def>""")
print(lookup.get_template("page").render(name="<n>", values=[1, 2]))
try:
    Template("one\n${1 / zero}\n").render(zero=0)
except ZeroDivisionError:
    trace = RichTraceback()
    print(trace.errorname, trace.lineno, trace.source)
for wrong in ("% if x:\n", "${1 +}", "<%def>", "<%nosuch:tag/>"):
    try:
        Template(wrong).render()
    except Exception as error:
        print(type(error).__name__, str(error).split(" in file")[0][:100])
