"""taskrun: decorated functions become tasks of a command line.

    tasks     the decorator and collections of tasks
    arguments a function's signature as options of the command line
    context   what a task gets as its first argument: it runs commands
    execution which tasks run, in which order
    loader    finding and importing tasks.py
"""
from taskrun.context import CommandFailed, Context, Result
from taskrun.errors import TaskError, UsageError
from taskrun.tasks import Collection, Task, task

__all__ = ["Collection", "CommandFailed", "Context", "Result", "Task", "TaskError", "UsageError", "task"]
