# The users and groups that subprocess refuses before it starts anything.
import subprocess

for groups in ([-1], [2 ** 64], [2 ** 32], [-2], ["nosuchgroup"], [1.5], [2 ** 63], [-2 ** 70], "x", [None]):
    try:
        subprocess.check_call(["true"], extra_groups=groups)
        print(groups, "started")
    except (ValueError, TypeError, OverflowError, KeyError) as error:
        print(groups, type(error).__name__, error)
for number in (-1, 2 ** 64, -2, "nosuchuser", 1.5):
    for option in ("user", "group"):
        try:
            subprocess.check_call(["true"], **{option: number})
            print(option, number, "started")
        except (ValueError, TypeError, OverflowError, KeyError) as error:
            print(option, number, type(error).__name__, error)
