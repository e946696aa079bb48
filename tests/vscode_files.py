"""The settings for VS Code in tools/vscode/: they are valid, name what there is, and gdb takes their commands.

usage: python3.11 vscode_files.py MINIPY
"""
import json
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
folder = root / "tools" / "vscode"
# What cpptools requires of a configuration, and VS Code of a task.
NEEDED = {"launch": {"name", "type", "request", "program", "args", "cwd", "MIMode", "setupCommands", "preLaunchTask"},
          "attach": {"name", "type", "request", "program", "processId", "MIMode", "setupCommands"}}
failures = 0


def check(what, holds):
    global failures
    if not holds:
        failures += 1
        print("FAILED:", what)


def known_presets():
    presets = json.loads((root / "CMakePresets.json").read_text())["configurePresets"]
    return {preset["name"] for preset in presets if not preset.get("hidden")}


def check_task(task, presets):
    label = task["label"]
    for preset in re.findall(r"--preset (\w+)|build/(\w+)", task["command"]):
        check(f"{label}: preset {preset}", "".join(preset) in presets)
    script = re.fullmatch(r"\$\{workspaceFolder\}/(\w+)", task["command"])
    if script:
        check(f"{label}: {script[1]} is a program of the checkout", (root / script[1]).stat().st_mode & 0o100)
    else:
        check(f"{label}: builds minipy", task["command"].endswith("minipy"))


def check_configuration(one, presets, tasks):
    name = one["name"]
    missing = NEEDED[one["request"]] - set(one)
    check(f"{name}: lacks {missing}", not missing)
    binary = re.fullmatch(r"\$\{workspaceFolder\}/build/(\w+)/minipy", one["program"])
    check(f"{name}: program", binary and binary[1] in presets)
    task = tasks.get(one.get("preLaunchTask"))
    if "preLaunchTask" in one:
        check(f"{name}: its task builds the program", task and f"build/{binary[1]} minipy" in task["command"])


def gdb_answers(one, minipy):
    """What gdb says to the commands of a configuration, given as the editor gives them, and to `help minipy`."""
    commands = [command["text"].replace("${workspaceFolder}", str(minipy.parent)) for command in one["setupCommands"]]
    commands += [f"-file-exec-and-symbols {minipy}", "help minipy", "-gdb-exit"]
    done = subprocess.run(["gdb", "-q", "-nh", "--interpreter=mi2"], input="\n".join(commands) + "\n", text=True,
                          capture_output=True, timeout=120)
    return done.stdout


def main():
    minipy = pathlib.Path(sys.argv[1]).resolve()
    presets = known_presets()
    tasks = {task["label"]: task for task in json.loads((folder / "tasks.json").read_text())["tasks"]}
    configurations = json.loads((folder / "launch.json").read_text())["configurations"]
    for task in tasks.values():
        check_task(task, presets)
    for one in configurations:
        check_configuration(one, presets, tasks)
    answers = {}
    for one in configurations:
        key = json.dumps(one["setupCommands"])
        if key not in answers:
            answers[key] = gdb_answers(one, minipy)
            check(f"{one['name']}: gdb refuses\n{answers[key]}", "^error" not in answers[key])
            check(f"{one['name']}: scripts of gdb\n{answers[key]}", "minipy bt -- " in answers[key])
    print(f"{len(configurations)} configurations, {len(tasks)} tasks, {failures} failures")
    return 1 if failures or not configurations or not tasks else 0


if __name__ == "__main__":
    sys.exit(main())
