"""What the programs here share: evaluating expressions and printing value or exception."""


def show(names, *expressions):
    """Prints each expression with its value, or with the exception that it raises."""
    for text in expressions:
        try:
            value = eval(text, names)
        except BaseException as error:
            print(text, "->", type(error).__name__ + ":", error)
        else:
            print(text, "->", repr(value))


def attempt(function, *arguments, **keywords):
    """The value of a call, or "Type: message"."""
    try:
        return function(*arguments, **keywords)
    except BaseException as error:
        return type(error).__name__ + ": " + str(error)


class Recorder:
    """Answers every special method it is given and says so."""

    def __init__(self, **answers):
        self.__class__ = type("Recorder", (), {"__%s__" % name: self.method(name, answer)
                                               for name, answer in answers.items()})

    @staticmethod
    def method(name, answer):
        def call(self, *arguments):
            print("   ", "__%s__" % name, *arguments)
            if isinstance(answer, BaseException):
                raise answer
            return answer
        return call
