"""A scripted adventure: rooms, items, commands by introspection, undo by snapshots, and a transcript."""
import copy
import shlex
from dataclasses import dataclass, field
from enum import Enum, auto


class Direction(Enum):
    NORTH = auto()
    SOUTH = auto()
    EAST = auto()
    WEST = auto()

    @property
    def opposite(self):
        pairs = {"NORTH": "SOUTH", "EAST": "WEST"}
        pairs |= {v: k for k, v in pairs.items()}
        return Direction[pairs[self.name]]

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return next((d for d in cls if d.name.startswith(value.upper())), None)


@dataclass
class Room:
    name: str
    items: set = field(default_factory=set)
    exits: dict = field(default_factory=dict, repr=False)

    def link(self, direction, other):
        self.exits[direction], other.exits[direction.opposite] = other, self
        return other


@dataclass
class Game:
    room: Room
    bag: list = field(default_factory=list)
    turns: int = 0
    history: list = field(default_factory=list, repr=False, compare=False)

    class Refused(Exception):
        pass

    def do_go(self, where):
        "move to the next room"
        try:
            direction = Direction(where)
        except ValueError as error:
            raise self.Refused(error)
        match self.room.exits:
            case {**exits} if direction in exits:
                self.room = exits[direction]
            case _:
                raise self.Refused(f"no way {direction.name.lower()}")
        return self.do_look()

    def do_look(self):
        return f"{self.room.name}: {', '.join(sorted(self.room.items)) or 'nothing'} | exits {[d.name for d in self.room.exits]}"

    def do_take(self, *names):
        missing = [n for n in names if n not in self.room.items]
        if missing:
            raise self.Refused(f"no {' or '.join(missing)} here")
        self.room.items -= set(names)
        self.bag += names
        return f"you have {self.bag}"

    def do_drop(self, name):
        self.bag.remove(name)
        self.room.items.add(name)
        return "dropped"

    def do_undo(self):
        if not self.history:
            raise self.Refused("nothing to undo")
        vars(self).update(vars(self.history.pop()))
        return "undone"

    def command(self, line):
        verb, *arguments = shlex.split(line)
        method = getattr(self, "do_" + verb, None)
        if method is None:
            known = ", ".join(n[3:] for n in dir(self) if n.startswith("do_"))
            return f"unknown command, try {known}"
        before = copy.deepcopy(self) if verb != "undo" else None
        try:
            answer = method(*arguments)
        except (self.Refused, ValueError) as error:
            return f"{type(error).__qualname__}: {error}"
        except TypeError as error:
            return f"wrong use: {error}"
        if before:
            self.history.append(before)
            self.turns += 1
        return answer


hall = Room("hall", {"lamp", "old key"})
hall.link(Direction.NORTH, Room("library", {"book"})).link(Direction.EAST, Room("tower"))
game = Game(hall)
for line in ("look", "take lamp 'old key'", "take sword", "go north", "go n", "go e", "go up", "go west",
             "take book", "drop lamp", "look", "drop sword", "undo", "undo", "look", "go", "dance", "take",
             "go s", "undo", "undo", "undo", "undo", "undo", "undo", "look"):
    print(f"> {line}\n{game.command(line)}")
print(game.turns, game.bag, len(game.history), game.room)
