# Jinja2: inheritance, macros, loops, filters, tests, white space, errors with the line of the template, sandbox, async.
import asyncio

from jinja2 import (ChainableUndefined, DictLoader, Environment, StrictUndefined, TemplateSyntaxError, UndefinedError, nodes,
                    pass_context, select_autoescape)
from jinja2.ext import Extension
from jinja2.sandbox import SandboxedEnvironment, SecurityError

templates = {
    "base.html": "<title>{% block title %}Base{% endblock %}</title>\n{% block body required %}{% endblock %}\n{{ self.title() }}",
    "page.html": """{% extends "base.html" %}{% from "forms.html" import input as field with context %}
{% block title %}{{ super() }} / {{ name|title }}{% endblock %}
{% block body %}
{%- for user in users if user.age > 20 recursive %}
{{ loop.index }}/{{ loop.length }} {{ loop.cycle("odd", "even") }} {{ user.name|upper }} {{ user["age"] }}
{%- if user.children %}{{ loop(user.children) }}{% endif %}
{%- else %} nobody {% endfor %}
{{ field("q", value="<>&") }}
{% set ns = namespace(total=0) %}{% for i in range(5) %}{% set ns.total = ns.total + i %}{% endfor %}{{ ns.total }}
{% call(item) listing([1, 2]) %}<b>{{ item }}</b>{% endcall %}
{% filter replace("a", "4") %}banana{% endfilter %}
{% raw %}{{ untouched }}{% endraw %}{# a comment #}
{%- endblock %}
{%- macro listing(items) %}{% for i in items %}{{ caller(i) }}{% endfor %}{% endmacro %}""",
    "forms.html": "{% macro input(name, value='', type='text') -%}<input name={{ name }} value='{{ value }}' type={{ type }} {{ varargs }} {{ kwargs }}>{%- endmacro %}",
    "broken.html": "line one\n{% for x in %}\n",
    "late.html": "one\ntwo {{ 1 / zero }}\n",
}


class Twice(Extension):
    tags = {"twice"}

    def parse(self, parser):
        line = next(parser.stream).lineno
        body = parser.parse_statements(("name:endtwice",), drop_needle=True)
        return nodes.CallBlock(self.call_method("render"), [], [], body).set_lineno(line)

    def render(self, caller):
        return caller() * 2


environment = Environment(loader=DictLoader(templates), autoescape=select_autoescape(), extensions=[Twice, "jinja2.ext.do", "jinja2.ext.loopcontrols"])
users = [{"name": "ann", "age": 30, "children": [{"name": "cid", "age": 21}]}, {"name": "bob", "age": 12}]
print(environment.get_template("page.html").render(name="the <page>", users=users))

environment.filters["sort_by_length"] = lambda items: sorted(items, key=len)
environment.tests["even_length"] = lambda text: len(text) % 2 == 0
environment.globals["context_keys"] = pass_context(lambda context: sorted(context.get_all())[:2])
for text in ["{{ [3, 1, 2]|sort(reverse=true)|join('-') }} {{ 'abc'|sort_by_length }} {{ 'ab' is even_length }} {{ context_keys() }}",
             "{% twice %}x{{ 1 + 1 }}{% endtwice %}{% do [].append(1) %}{% for i in range(9) %}{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endfor %}",
             "{{ 7 // 2 }} {{ 2 ** 10 }} {{ 1 < 2 < 3 }} {{ 'a' ~ 1 ~ none }} {{ [1, 2, 3][::-1] }} {{ 'x' if false }} {{ {'a': 1}.items()|list }}",
             "{{ '%.3f'|format(3.14159) }} {{ 1234567|filesizeformat }} {{ 'a long text that wraps'|wordwrap(8)|replace('\n', '|') }}",
             "{{ users|groupby('city', default='?')|list }} {{ users|map(attribute='name')|list }} {{ users|selectattr('age', 'gt', 20)|list|length }}",
             "{{ range(7)|batch(3, 'x')|list }} {{ range(7)|slice(3)|map('list')|list }} {{ 'hello world'|truncate(8, true) }} {{ 'ä ö'|urlencode }}",
             "{{ missing }}|{{ missing is undefined }}|{{ missing|default('d') }}|{{ {'b': 1, 'a': [1]}|tojson(indent=1) }}|{{ '<a>'|e }}"]:
    print(environment.from_string(text).render(users=[{"name": "a", "age": 21, "city": "x"}, {"name": "b", "age": 3}]))

for name in ("broken.html", "nowhere.html", "late.html"):
    try:
        environment.get_template(name).render(zero=0)
    except TemplateSyntaxError as error:
        print(type(error).__name__, error, error.lineno)
    except Exception as error:
        frame = error.__traceback__
        while frame.tb_next:
            frame = frame.tb_next
        print(type(error).__name__, error, frame.tb_lineno, frame.tb_frame.f_code.co_filename)
try:
    Environment(undefined=StrictUndefined).from_string("{{ a.b }}").render()
except UndefinedError as error:
    print(error)
print(repr(Environment(undefined=ChainableUndefined).from_string("{{ a.b.c }}").render()))
try:
    SandboxedEnvironment().from_string("{{ ().__class__.__bases__ }}{{ f.__globals__ }}").render(f=print)
except SecurityError as error:
    print(error)


async def main():
    async def numbers():
        for i in range(3):
            yield i
    template = Environment(enable_async=True).from_string("{% for n in numbers() %}{{ n }},{% endfor %}{{ later() }}")

    async def later():
        await asyncio.sleep(0)
        return "done"
    print(await template.render_async(numbers=numbers, later=later))

asyncio.run(main())
print(environment.compile("{{ a|upper }}", raw=True)[:300])
print([token[1:] for token in environment.lex("a {{ b + 1 }}")], [node.__class__.__name__ for node in environment.parse("a{{ b }}{% if c %}{% endif %}").body])
