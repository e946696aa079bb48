"""Something to look at: a family whose members know each other."""


class Person:
    def __init__(self, name, parent=None):
        self.name, self.parent, self.children = name, parent, []
        if parent:
            parent.children.append(self)


anna = Person("Anna")
ben = Person("Ben", anna)


def counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count
    return step


step = counter()
