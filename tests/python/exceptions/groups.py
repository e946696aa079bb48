# Exception groups: checks of the constructor, splitting, except*.
def show(make, *args, **keywords):
    try:
        made = make(*args, **keywords)
        print(repr(made), '|', str(made))
    except BaseException as error:
        print(type(error).__name__, '|', error)

show(ExceptionGroup); show(ExceptionGroup, 'a'); show(ExceptionGroup, 'a', []); show(ExceptionGroup, 'a', 1)
show(ExceptionGroup, 1, [ValueError()]); show(ExceptionGroup, 'a', [1])
show(ExceptionGroup, 'a', [ValueError(), KeyboardInterrupt()]); show(BaseExceptionGroup, 'a', [ValueError()])
show(BaseExceptionGroup, 'a', [KeyboardInterrupt()])
class Own(ExceptionGroup):
    def derive(self, members):
        return Own(self.message, members)
show(Own, 'a', [KeyboardInterrupt()]); show(Own, 'a', (ValueError(),))
group = Own('a', [ValueError(1), ExceptionGroup('b', [TypeError(2), ValueError(3)])])
group.add_note('n')
show(group.split, 1); show(group.split, ValueError); show(group.subgroup, (TypeError,))
show(group.subgroup, lambda e: isinstance(e, TypeError)); show(group.split, OSError)
print(group.split(ValueError)[0].__notes__)

def run(members, *types):
    try:
        try:
            raise ExceptionGroup('g', members)
        except* types as caught:
            print('caught', repr(caught))
    except BaseException as rest:
        print('rest', repr(rest), repr(rest.__context__))
run([ValueError(1)], ValueError)
run([ValueError(1), TypeError(2)], ValueError)
run([OSError(1)], ValueError)
try:
    try:
        raise ValueError(7)
    except* ValueError as caught:
        print(repr(caught))
        raise TypeError(8)
except BaseException as last:
    print(repr(last), repr(last.__context__))
try:
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise
    except* TypeError:
        raise KeyError('k')
except BaseException as last:
    print(repr(last), repr(last.__context__))
try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as last:
    print(last)
