"""Which tasks run, in which order: those that stand before a task first, each of them once."""
from dataclasses import dataclass, field

from taskrun.errors import TaskError


@dataclass
class Call:
    """A task with the arguments that it is to get."""
    name: str
    task: object
    arguments: list = field(default_factory=list)
    options: dict = field(default_factory=dict)


def plan(calls):
    """The calls with all that stands before and behind them, in order and without repetitions.

    A task that another one asks for does not run again if it has run already, with whatever arguments.
    """
    ordered = []

    def visit(call, path):
        if path and not call.task.always and any(call.task is other.task for other in ordered):
            return
        if call.task in path:
            names = [task.name for task in [*path[path.index(call.task):], call.task]]
            raise TaskError(f"tasks wait for each other: {' -> '.join(names)}")
        path = [*path, call.task]
        for before in call.task.pre:
            visit(Call(before.name, before), path)
        if call.task.always or not any(same(call, other) for other in ordered):
            ordered.append(call)
        for behind in call.task.post:
            visit(Call(behind.name, behind), path)

    def same(left, right):
        return left.task is right.task and left.arguments == right.arguments and left.options == right.options

    for call in calls:
        visit(call, [])
    return ordered


def execute(calls, context):
    """Runs the calls; returns what the tasks returned, by name."""
    results = {}
    for call in plan(calls):
        results[call.name] = call.task(context, *call.arguments, **call.options)
    return results
