"""__set_name__: when it is called, with what, errors, and descriptors shared between classes."""


class Field:
    def __init__(self, kind):
        self.kind, self.names = kind, []

    def __set_name__(self, owner, name):
        self.names.append((owner.__name__, name))
        self.slot = f"_{name}"

    def __get__(self, instance, owner):
        return self if instance is None else getattr(instance, self.slot, None)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.slot[1:]} needs {self.kind.__name__}, not {type(value).__name__}")
        setattr(instance, self.slot, value)

    def __delete__(self, instance):
        delattr(instance, self.slot)


class Person:
    name = Field(str)
    age = years = Field(int)


class Pet:
    name = Person.name


person = Person()
person.name, person.age = "ada", 36
print(vars(person), person.years, Person.age.names, Person.name.names, Person.name is Pet.name)
for attempt in (lambda: setattr(person, "name", 5), lambda: delattr(person, "missing"), lambda: delattr(person, "name"),
                lambda: delattr(person, "name")):
    try:
        attempt()
        print("fine", vars(person))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
Person.late = Field(str)
print(Person.late.names, hasattr(Person.late, "slot"))


class Failing:
    def __set_name__(self, owner, name):
        raise ValueError("no name wanted")


try:
    class Broken:
        field = Failing()
except RuntimeError as error:
    print(error, repr(error.__cause__))
print([n for n in vars(type("Made", (), {"f": Field(int)})) if n == "f"], type("M2", (), {"g": Field(int)}).g.names)
