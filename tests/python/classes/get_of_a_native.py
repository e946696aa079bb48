# `__get__` of a class is called as it is found: a native function gets the descriptor itself as first argument.
class Recorder:
    __get__ = print


class Holder:
    item = Recorder()


Recorder.__repr__ = lambda self: "recorder"
Holder.__repr__ = lambda self: "holder"
Holder.item
Holder().item


class Static:
    @staticmethod
    def __get__(*arguments):
        return len(arguments)


class ByLambda:
    __get__ = lambda self, instance, owner: (type(self).__name__, instance is None, owner.__name__)


class Refusing:
    __get__ = None


class Many:
    a, b, c = Static(), ByLambda(), Refusing()


print(Many.a, Many().a, Many.b, Many().b)
for reach in (lambda: Many.c, lambda: Many().c):
    try:
        reach()
    except TypeError as error:
        print(error)


class Own:  # a class may bring its own __dict__ and __weakref__
    __dict__ = property(lambda self: {"shown": 1})
    __weakref__ = 5


thing = Own()
thing.x = 2
print(vars(thing), thing.x, thing.__weakref__, Own.__weakref__)
