"""The order of attribute lookup: data descriptors, instance dict, other descriptors, __getattr__."""


class Data:
    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner):
        return f"data get {self.name} {instance is not None} {owner.__name__}"

    def __set__(self, instance, value):
        print("data set", self.name, value)

    def __delete__(self, instance):
        print("data delete", self.name)


class NonData:
    def __get__(self, instance, owner):
        return f"non-data get {instance is not None}"


class OnlySet:
    def __set__(self, instance, value):
        print("only set", value)


class Thing:
    data = Data("d")
    non_data = NonData()
    only_set = OnlySet()
    plain = "class attribute"

    def __getattr__(self, name):
        if name.startswith("magic"):
            return f"getattr {name}"
        raise AttributeError(f"custom: no {name}")


thing = Thing()
print(thing.data, "|", Thing.data, "|", thing.non_data, "|", Thing.non_data)
thing.__dict__.update(data="instance data", non_data="instance non-data", only_set="instance only", plain="instance plain")
print(thing.data, "|", thing.non_data, "|", thing.only_set, "|", thing.plain)
thing.data = 1
thing.only_set = 2
thing.non_data = 3
del thing.data
print(thing.__dict__)
try:
    del thing.only_set
except AttributeError as error:
    print("delete:", error)
del thing.non_data
print(thing.non_data, thing.magic_word)
for name in ("absent", "__len__"):
    try:
        getattr(thing, name)
    except AttributeError as error:
        print(error)


class Intercept:
    def __init__(self):
        self.log = []

    def __getattribute__(self, name):
        if name not in ("log", "__dict__", "__class__"):
            object.__getattribute__(self, "log").append(name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return "fallback"

    def __setattr__(self, name, value):
        super().__setattr__(name + "_", value) if name != "log" else super().__setattr__(name, value)

    def __len__(self):
        return 7


intercept = Intercept()
intercept.value = 5
print(intercept.value_, intercept.nothing, intercept.log, len(intercept), intercept.log)


class Raising:
    @property
    def broken(self):
        return self.not_there

    def __getattr__(self, name):
        raise AttributeError(f"getattr says {name}")


try:
    Raising().broken
except AttributeError as error:
    print(error)

holder = type("Holder", (), {})()
holder.descriptor = Data("on instance")
print(type(holder.descriptor).__name__)


class Meta(type):
    data = Data("of the metaclass")
    plain = "metaclass plain"


class WithMeta(metaclass=Meta):
    data = "class attribute"
    plain = "class plain"


print(WithMeta.data, WithMeta.plain, WithMeta().data)
WithMeta.data = 5
