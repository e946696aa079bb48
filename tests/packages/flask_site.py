# Flask: routes, converters, forms, sessions, cookies, templates, blueprints, hooks, errors, streaming, async views, the command line.
import logging

from flask import (Blueprint, Flask, Response, abort, current_app, flash, g, get_flashed_messages, jsonify, make_response, redirect, render_template_string,
                   request, session, stream_with_context, url_for)
from flask.views import MethodView
from werkzeug.routing import BaseConverter

app = Flask("shop", static_folder=None)
app.config.update(SECRET_KEY="not so secret", TESTING=True)


class Numbers(BaseConverter):
    def to_python(self, value):
        return [int(part) for part in value.split("+")]

    def to_url(self, values):
        return "+".join(str(value) for value in values)


app.url_map.converters["numbers"] = Numbers


@app.before_request
def begin():
    g.steps = ["begin"]


@app.after_request
def finish(response):
    response.headers["X-Steps"] = ",".join(g.steps + ["finish"])
    return response


@app.teardown_request
def tear(error):
    print("teardown", type(error).__name__)


@app.route("/")
def index():
    return render_template_string("<h1>{{ title }}</h1>{% for m in get_flashed_messages() %}[{{ m }}]{% endfor %}{{ url_for('add', values=[1, 2]) }}", title="<Shop>")


@app.route("/add/<numbers:values>")
def add(values):
    return {"sum": sum(values), "endpoint": request.endpoint, "args": request.args.to_dict(flat=False)}


@app.post("/login")
def login():
    session["user"] = request.form["user"]
    flash("welcome " + session["user"])
    return redirect(url_for("index"))


@app.route("/me")
def me():
    if "user" not in session:
        abort(401)
    response = make_response(jsonify(user=session["user"], agent=request.user_agent.string), 201)
    response.set_cookie("seen", "yes", max_age=60, httponly=True, samesite="Lax")
    return response


@app.route("/upload", methods=["PUT"])
def upload():
    return jsonify({name: [file.filename, file.mimetype, len(file.read())] for name, file in request.files.items()} | {"json": request.get_json(silent=True)})


@app.route("/stream")
def stream():
    def rows():
        for i in range(3):
            yield f"{request.path}{i}\n"
    return Response(stream_with_context(rows()), mimetype="text/csv")


@app.route("/broken/<int:n>")
def broken(n):
    return str(1 / n)


@app.errorhandler(ZeroDivisionError)
def division(error):
    return f"caught {error}", 500


@app.errorhandler(404)
def lost(error):
    return error.description[:20], 404


class Items(MethodView):
    init_every_request = False

    def get(self, key):
        return f"get {key} {current_app.name}"

    def delete(self, key):
        return "", 204


app.add_url_rule("/items/<uuid:key>", view_func=Items.as_view("items"))
admin = Blueprint("admin", __name__, url_prefix="/admin")


@admin.route("/<path:rest>")
def anything(rest):
    return f"{rest} {request.blueprint} {request.headers.get('X-Key')}"


app.register_blueprint(admin)
client = app.test_client()
for how, path, options in [("get", "/", {}), ("get", "/add/1+2+39?q=1&q=2", {}), ("get", "/me", {}), ("post", "/login", {"data": {"user": "ann"}}), ("get", "/", {}),
                           ("get", "/me", {"headers": {"User-Agent": "test/1"}}), ("put", "/upload", {"data": {"f": (__import__("io").BytesIO(b"12345"), "a.txt")}}),
                           ("put", "/upload", {"json": {"a": [1, None]}}), ("get", "/stream", {}), ("get", "/broken/2", {}), ("get", "/broken/0", {}), ("get", "/nowhere", {}),
                           ("post", "/", {}), ("get", "/items/12345678-1234-5678-1234-567812345678", {}), ("delete", "/items/12345678-1234-5678-1234-567812345678", {}),
                           ("get", "/admin/a/b", {"headers": {"X-Key": "k"}}), ("options", "/login", {}), ("head", "/", {})]:
    response = getattr(client, how)(path, **options)
    print(how, path, response.status, response.content_type, response.get_data(as_text=True).replace("\n", " "), response.headers.get("X-Steps"), response.headers.get("Allow", "").split(", ").sort())
    for cookie in response.headers.getlist("Set-Cookie"):
        print("  cookie", cookie.split("=")[0], [part for part in cookie.split(";")[1:] if "Expires" not in part])
with app.test_request_context("/add/1?x=5", method="POST", data="raw"):
    print(request.args["x"], request.method, request.get_data(), url_for("items", key="0" * 32, _external=True, page=2))
for rule in sorted(app.url_map.iter_rules(), key=str):
    print(rule, sorted(rule.methods - {"HEAD", "OPTIONS"}), rule.endpoint)


@app.cli.command("hello")
def hello():
    print("hello from", current_app.name)


print(app.test_cli_runner().invoke(args=["hello"]).output)
