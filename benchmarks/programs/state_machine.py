"""Runs a vending machine and a parser as tables of states: method dispatch through dicts, bound methods, enums by hand."""


class State:
    def __init__(self, name):
        self.name = name
        self.transitions = {}
        self.visits = 0

    def on(self, event, target, action=None):
        self.transitions[event] = (target, action)
        return self


class Machine:
    def __init__(self, start):
        self.state = start
        self.trace = []

    def fire(self, event, *arguments):
        state = self.state
        try:
            target, action = state.transitions[event]
        except KeyError:
            self.rejected(event)
            return False
        if action is not None:
            action(*arguments)
        self.state = target
        target.visits += 1
        return True

    def rejected(self, event):
        self.trace.append((self.state.name, event))


class Vending(Machine):
    PRICE = 60

    def __init__(self):
        self.idle, self.paying, self.ready = map(State, ("idle", "paying", "ready"))
        super().__init__(self.idle)
        self.credit = 0
        self.sold = 0
        self.idle.on("coin", self.paying, self.take)
        self.paying.on("coin", self.paying, self.take).on("enough", self.ready).on("cancel", self.idle, self.refund)
        self.ready.on("select", self.idle, self.sell).on("cancel", self.idle, self.refund)

    def take(self, value):
        self.credit += value

    def refund(self):
        self.credit = 0

    def sell(self):
        self.credit = max(0, self.credit - self.PRICE)
        self.sold += 1

    def step(self, choice, value):
        if choice < 6:
            self.fire("coin", value)
        elif choice == 6:
            self.fire("cancel")
        else:
            self.fire("select")
        if self.state is self.paying and self.credit >= self.PRICE:
            self.fire("enough")


class Fields:
    """Splits a line of quoted fields; one method a state."""

    def __init__(self):
        self.handler = self.start
        self.field = []
        self.fields = []

    def feed(self, char):
        self.handler(char)

    def start(self, char):
        if char == '"':
            self.handler = self.quoted
        elif char == ",":
            self.end()
        else:
            self.field.append(char)
            self.handler = self.plain

    def plain(self, char):
        if char == ",":
            self.end()
        else:
            self.field.append(char)

    def quoted(self, char):
        if char == '"':
            self.handler = self.after_quote
        else:
            self.field.append(char)

    def after_quote(self, char):
        if char == '"':
            self.field.append(char)
            self.handler = self.quoted
        else:
            self.end()

    def end(self):
        self.fields.append("".join(self.field))
        self.field.clear()
        self.handler = self.start


vending = Vending()
seed = 11
for _ in range(250_000):
    seed = (seed * 48271) % 2147483647
    vending.step(seed % 8, (5, 10, 20, 50)[(seed >> 8) % 4])
print(vending.sold, vending.credit, len(vending.trace), vending.idle.visits, vending.paying.visits)

fields = Fields()
for _ in range(6000):
    for char in 'plain,"quoted, with ""marks""",,last,':
        fields.feed(char)
print(len(fields.fields), fields.fields[:4])
