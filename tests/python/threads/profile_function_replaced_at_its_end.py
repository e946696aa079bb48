"""A function that the end of the old profile or trace function installs is refused."""
import sys

refused = []
sys.unraisablehook = lambda arguments: refused.append(f"{arguments.exc_type.__name__}: {arguments.exc_value}")


def listen(frame, event, argument):
    pass


def try_out(install, installed):
    class Listener:
        def __call__(self, *arguments):
            pass

        def __del__(self):
            install(None)

    install(Listener())
    install(listen)
    print(installed() is listen)
    install(None)
    print(installed())


try_out(sys.setprofile, sys.getprofile)
try_out(sys.settrace, sys.gettrace)
print(refused)
