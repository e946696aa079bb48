# dynaconf: settings from files and the environment, layers, validators, casts.
import os
import pathlib
import tempfile

from dynaconf import Dynaconf, LazySettings, ValidationError, Validator
from dynaconf.utils.boxing import DynaBox

with tempfile.TemporaryDirectory() as folder:
    place = pathlib.Path(folder)
    (place / "settings.toml").write_text("""
[default]
name = "demo"
port = 8000
debug = true
[default.database]
host = "localhost"
ports = [1, 2, 3]
[production]
debug = false
[production.database]
host = "db.example.org"
dynaconf_merge = true
""")
    (place / ".secrets.json").write_text('{"default": {"password": "secret"}}')
    (place / "extra.yaml").write_text("default:\n  color: red\n  list:\n    - a\n    - b\n")
    os.environ.update(DEMO_PORT="@int 9000", DEMO_DATABASE__USER="admin", DEMO_LEVELS="[1, 2]", DEMO_MERGED='@format {this.NAME}-x')
    settings = Dynaconf(root_path=folder, settings_files=["settings.toml", ".secrets.json", "extra.yaml"],
                        environments=True, envvar_prefix="DEMO", load_dotenv=False)
    print(settings.NAME, settings.port, settings["debug"], settings.get("nothing", "default"), settings.PASSWORD)
    print(settings.database.host, settings.database.user, settings.DATABASE.ports, settings("levels"), settings.color, settings.LIST)
    print(settings.MERGED, settings.exists("PORT"), "name" in settings, settings.current_env)
    with settings.using_env("production"):
        print(settings.DEBUG, settings.database.host)
    print(settings.from_env("production").DEBUG, settings.as_bool("debug"))
    settings.set("new.deep.key", 5)
    print(settings.new.deep.key, settings.to_dict()["DATABASE"]["host"])
    settings.validators.register(Validator("PORT", gte=1, lte=65535), Validator("NAME", must_exist=True, is_in=("demo",)),
                                 Validator("MISSING", default=7))
    settings.validators.validate()
    print(settings.MISSING)
    settings.validators.register(Validator("HOST", must_exist=True))
    try:
        settings.validators.validate()
    except ValidationError as error:
        print(error)
print(isinstance(settings, LazySettings), DynaBox({"a": {"b": 1}}).a.B)
