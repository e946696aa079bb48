# doit: tasks with actions, dependencies, targets, up-to-date checks and sub-tasks, run twice from a folder of its own.
import os
import sys
import tempfile

from doit.cmd_base import ModuleTaskLoader
from doit.doit_cmd import DoitMain
from doit.task import result_dep
from doit.tools import create_folder, result_dep, run_once


def compose(targets, dependencies):
    with open(targets[0], "w") as file:
        for name in sorted(dependencies):
            file.write(open(name).read())


def task_source():
    for name in ("a", "b"):
        yield {"name": name, "actions": [f"echo {name} > {name}.txt"], "targets": [f"{name}.txt"], "uptodate": [run_once]}


def task_join():
    """joins the sources"""
    return {"actions": [(create_folder, ["out"]), compose], "file_dep": ["a.txt", "b.txt"], "targets": ["out/all.txt"], "clean": True}


def task_hello():
    def hello(name, times):
        print("hello " * times + name)
        return {"said": times}
    return {"actions": [hello], "params": [{"name": "name", "short": "n", "default": "you"},
                                          {"name": "times", "short": "t", "default": 2, "type": int}], "verbosity": 2}


def task_uses():
    def show(said):
        print("said", said)
    return {"actions": [show], "getargs": {"said": ("hello", "said")}, "verbosity": 2}


def task_fail():
    return {"actions": [lambda: False], "task_dep": ["hello"]}


tasks = {name: value for name, value in globals().items() if name.startswith("task_")}


def doit(*arguments):
    print("$ doit", *arguments)
    sys.stdout.flush()
    print("->", DoitMain(ModuleTaskLoader(tasks), extra_config={"GLOBAL": {"backend": "json"}}).run(list(arguments)))
    sys.stdout.flush()


sys.stderr = sys.stdout
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    doit("run", "join")
    print(open("out/all.txt").read().split())
    doit("run", "join")
    open("a.txt", "w").write("changed\n")
    doit("run", "join")
    doit("run", "hello", "-n", "Ann", "-t", "3")
    doit("run", "uses")
    doit("run", "fail")
    doit("list", "--all", "--deps")
    doit("clean", "join")
    doit("run", "missing")
    print(sorted(os.listdir("out")))
    os.chdir("/")
