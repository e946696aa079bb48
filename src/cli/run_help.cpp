// What `minipy -h` and its relatives print.
//
// CPython: Python/initconfig.c (usage_help, usage_envvars, usage_xoptions)
#include <fmt/core.h>

#include "cli/run_command.h"

namespace minipy {
namespace {

constexpr std::string_view options_help = R"(
Run a program:
  file             a program from a file, or from a directory or zip file with a __main__.py in it
  -c cmd           a program given as a string
  -m mod           a module of the library, as a program
  -                a program from standard input; without any of these a prompt, if that is a terminal
What follows is for the program: sys.argv[1:].

Options:
  -b, -bb          warn of (or raise for) str(bytes) and of comparing bytes with str or int
  -B               write no .pyc files
  -d               accepted for compatibility; the parser prints nothing more
  -E               do not look at the environment variables PYTHON* and MINIPY_*
  -h               this text; --help-env, --help-xoptions and --help-all tell more
  -i               prompt for more when the program has ended
  -I               isolated: -E, -P and -s together
  -O, -OO          without assert statements; without docstrings too
  -P               do not put the program's directory on sys.path
  -q               no greeting at the prompt
  -s               without the user's site directory
  -S               without the module site
  -u               standard output and error without buffers
  -v               tell what is imported (twice: tell what is looked for)
  -V, -VV          the version; how minipy was built too
  -W arg           what happens to warnings: action:message:category:module:line
  -x               skip the first line of the file
  -X opt           see --help-xoptions
  --check-hash-based-pycs always|default|never
                   which .pyc files with a hash are compared with their source
  --site dir       add a site directory, .pth files in it included (also MINIPY_SITE)
  --gc-stress      collect garbage at every allocation
)";

constexpr std::string_view environment_help = R"(
Environment variables:
  PYTHONPATH             directories that come first on sys.path, separated by ':'
  PYTHONHOME             the directory that holds lib/python3.11
  PYTHONSTARTUP          a file that runs before the first prompt
  PYTHONHASHSEED         "random", or a number that makes the hashes of text the same in every run
  PYTHONIOENCODING       ENCODING[:ERRORS] of the standard streams
  PYTHONUTF8             1 turns UTF-8 mode on, 0 off
  PYTHONCOERCECLOCALE    0 leaves the C locale alone, "warn" tells when it is replaced
  PYTHONPYCACHEPREFIX    a directory for .pyc files in place of __pycache__
  PYTHONBREAKPOINT       the function that breakpoint() calls; 0 for none
  PYTHONINTMAXSTRDIGITS  how many digits an int may have in text; 0 for any number
  PYTHONPLATLIBDIR       sys.platlibdir
  PYTHONFAULTHANDLER, PYTHONDEVMODE, PYTHONPROFILEIMPORTTIME, PYTHONWARNDEFAULTENCODING
                         as the -X options
  PYTHONDEBUG (-d), PYTHONDONTWRITEBYTECODE (-B), PYTHONINSPECT (-i), PYTHONNOUSERSITE (-s),
  PYTHONOPTIMIZE (-O), PYTHONSAFEPATH (-P), PYTHONUNBUFFERED (-u), PYTHONVERBOSE (-v), PYTHONWARNINGS (-W)
                         as the options
  MINIPY_STDLIB          the directory of CPython 3.11's library
  MINIPY_SITE            site directories to add, separated by ':'
)";

constexpr std::string_view x_options_help = R"(
-X options:
  dev                     warnings are shown, the fault handler is on
  faulthandler            print a traceback when the process crashes
  frozen_modules=on|off   whether modules built into minipy are used
  gc-stress               collect garbage at every allocation
  importtime              how long each import takes
  int_max_str_digits=N    how many digits an int may have in text
  no-specialize           keep every instruction in its general form
  pycache_prefix=DIR      a directory for .pyc files in place of __pycache__
  utf8[=0]                UTF-8 mode
  warn_default_encoding   warn where the locale decides about a file's encoding
)";

}  // namespace

void print_run_help(std::string_view wanted, std::string_view program) {
    if (wanted == "help" || wanted == "help-all")
        fmt::print("usage: {} [option] ... [-c cmd | -m mod | file | -] [arg] ...\n{}", program, options_help);
    if (wanted == "help-env" || wanted == "help-all") fmt::print("{}", environment_help);
    if (wanted == "help-xoptions" || wanted == "help-all") fmt::print("{}", x_options_help);
}

}  // namespace minipy
