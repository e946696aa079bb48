"""What can go wrong, each with the exit code that the program ends with."""


class TaskError(Exception):
    """The tasks cannot run: no tasks file, a cycle of tasks, a task that does not exist."""
    exit_code = 1


class UsageError(TaskError):
    """The command line does not fit the task."""
    exit_code = 2
