# ossaudiodev on a machine without sound: constants, what opening refuses, a mixer that is no mixer.
import os
import warnings

warnings.simplefilter("ignore")
for variable in ("AUDIODEV", "MIXERDEV"):
    os.environ.pop(variable, None)
import ossaudiodev


def show(function, *arguments):
    try:
        print(function.__name__, arguments, function(*arguments))
    except Exception as error:
        print(function.__name__, arguments, repr(error), getattr(error, "filename", None))


print(ossaudiodev.error is ossaudiodev.OSSAudioError, ossaudiodev.error.__mro__)
print(sorted((name, value) for name, value in vars(ossaudiodev).items() if isinstance(value, int)))
print(ossaudiodev.control_names, ossaudiodev.control_labels)
for arguments in ((), ("x",), ("/nowhere", "r"), ("/dev/null", "r"), ("/dev/null", "w"), ("/dev/null", "rw"), ("/dev/null", "q"), (1,), (None,), ("/dev/null", 1),
                  ("a", "b", "c"), ("a\0b", "r")):
    show(ossaudiodev.open, *arguments)
for arguments in (("/nowhere",), ("/nowhere\0",)):
    show(ossaudiodev.openmixer, *arguments)
mixer = ossaudiodev.openmixer("/dev/null")
print(type(mixer), mixer.fileno() > 2)
for method, calls in ((mixer.controls, [()]), (mixer.stereocontrols, [()]), (mixer.reccontrols, [()]), (mixer.get, [(), (0,), (-1,), (25,), ("a",)]),
                      (mixer.set, [(0, (50, 50)), (0, (101, 0)), (0, (0, -1)), (99, (1, 1)), (0, ("a", 1))]), (mixer.get_recsrc, [()]), (mixer.set_recsrc, [(1,), ("a",)])):
    for arguments in calls:
        show(method, *arguments)
with mixer as same:
    print(same is mixer)
print(mixer.close())
for method in (mixer.controls, mixer.fileno, mixer.get_recsrc, mixer.__enter__):
    show(method)
show(type(mixer))
