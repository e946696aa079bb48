"""A page of HTML: the source, and below each line its instructions with the stack as a bar."""
import html

from codeview.meaning import meaning
from codeview.text import head_lines

STYLE = """
body { font: 14px monospace; margin: 2em } h2 { font-size: 16px; margin-top: 2em }
td { padding: 0 .8em 0 0; vertical-align: top } .source td { background: #eef; padding-top: .4em; white-space: pre }
.bar { display: inline-block; height: .7em; background: #69c } .words { color: #666 } .dead { color: #bbb }
"""


def page_lines(listings, source, title):
    yield "<!DOCTYPE html>"
    yield f"<html><head><meta charset=\"utf-8\"><title>{html.escape(title)}</title><style>{STYLE}</style></head><body>"
    for listing in listings:
        head, facts = head_lines(listing)
        yield f"<h2>{html.escape(head)}</h2><p class=\"words\">{html.escape(facts.strip())}</p><table>"
        line = None
        for row in listing.rows:
            if row.line != line and source.line(row.line):
                line = row.line
                yield (f"<tr class=\"source\"><td>{line}</td><td colspan=\"4\">"
                       f"{html.escape(source.line(line))}</td></tr>")
            yield row_html(row)
        yield "</table>"
    yield "</body></html>"


def row_html(row):
    argument = row.argument
    bar = "" if row.depth is None else f"<span class=\"bar\" style=\"width: {row.after * .7:.1f}em\"></span>"
    dead = " class=\"dead\"" if row.depth is None else ""
    cells = (str(row.offset), row.name, html.escape(argument), bar,
             f"<span class=\"words\">{html.escape(meaning(row.name, argument))}</span>")
    return f"<tr{dead}>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
