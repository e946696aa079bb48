"""A little language inside Python: metaclass, decorators and operators describe a state machine and check it."""


class Namespace(dict):
    """The body of a machine is run in this: names that nothing binds become states."""

    def __init__(self):
        super().__init__()
        self.states, self.transitions = {}, []

    def __missing__(self, name):
        if name.isupper():
            return self.states.setdefault(name, State(name, self))
        raise KeyError(name)                     # then globals and builtins are asked


class State:
    def __init__(self, name, namespace):
        self.name, self.namespace = name, namespace

    def __rshift__(self, target):                # IDLE >> RUNNING
        return Arrow(self, target)

    def __repr__(self):
        return self.name


class Arrow:
    def __init__(self, source, target, event=None):
        self.source, self.target, self.event = source, target, event

    def __or__(self, event):                     # IDLE >> RUNNING | "start"
        self.event = event
        self.source.namespace.transitions.append(self)
        return self

    def __repr__(self):
        return f"{self.source} --{self.event}--> {self.target}"


def on_enter(state):
    """Marks a method that runs when the state is entered."""
    def mark(function):
        function.entered = state.name
        return function
    return mark


def when(arrow):
    """Marks a method that decides whether the arrow may be taken."""
    def mark(function):
        arrow.guard = function
        return function
    return mark


class MachineType(type):
    @classmethod
    def __prepare__(meta, name, bases):
        return Namespace()

    def __new__(meta, name, bases, namespace):
        cls = super().__new__(meta, name, bases, dict(namespace))
        cls.states, cls.arrows = namespace.states, namespace.transitions
        cls.actions = {f.entered: f for f in namespace.values() if hasattr(f, "entered")}
        for arrow in cls.arrows:
            if sum((a.source, a.event) == (arrow.source, arrow.event) for a in cls.arrows) > 1:
                raise TypeError(f"{name}: {arrow.event!r} leads out of {arrow.source} twice")
        reached = {cls.start} if bases else set()
        while more := {a.target.name for a in cls.arrows if a.source.name in reached} - reached:
            reached |= more
        if lost := sorted(set(cls.states) - reached):
            raise TypeError(f"{name}: nothing leads to {', '.join(lost)}")
        return cls


class Machine(metaclass=MachineType):
    start = None

    def __init__(self):
        self.state, self.log = self.states[self.start], []

    def send(self, event):
        for arrow in self.arrows:
            if (arrow.source, arrow.event) == (self.state, event):
                guard = getattr(arrow, "guard", None)
                if guard and not guard(self):
                    raise ValueError(f"{arrow} is not allowed now")
                self.state = arrow.target
                if action := self.actions.get(self.state.name):
                    action(self)
                return self
        raise ValueError(f"{event!r} means nothing in state {self.state}")


class Turnstile(Machine):
    start = "LOCKED"
    LOCKED >> OPEN | "coin"
    OPEN >> LOCKED | "push"
    OPEN >> OPEN | "coin"
    broken = LOCKED >> BROKEN | "kick"
    BROKEN >> LOCKED | "repair"
    kicks = 0

    @on_enter(OPEN)
    def thank(self):
        self.log.append("thank you")

    @when(broken)
    def hard_enough(self):
        self.kicks += 1
        return self.kicks > 1


machine = Turnstile()
for event in ("coin", "coin", "push", "push", "kick", "kick", "coin", "repair"):
    try:
        print(f"{event:7} -> {machine.send(event).state}")
    except ValueError as error:
        print(f"{event:7}    {error}")
print(machine.log, list(Turnstile.states.values()), Turnstile.arrows[:2])

for body in ('    A >> B | "go"\n    A >> A | "go"', '    A >> A | "stay"\n    B >> A | "back"', '    A >> undefined | "x"'):
    try:
        exec(f"class Faulty(Machine):\n    start = 'A'\n{body}")
    except (TypeError, NameError) as error:
        print(type(error).__name__, error)
