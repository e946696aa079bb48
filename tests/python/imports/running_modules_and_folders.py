"""Running code by -c, -m and standard input: __name__, sys.argv, __main__ of packages, exit codes, -O, -W,
-i left out."""
import os
import subprocess
import sys
import tempfile


def run(*arguments, stdin="", cwd=None):
    done = subprocess.run([sys.executable, "-S", *arguments], input=stdin, capture_output=True, text=True,
                          cwd=cwd, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    errors = done.stderr.strip().replace(cwd or "//", "FOLDER").replace(sys.executable, "PYTHON")
    print(arguments, done.returncode, done.stdout.strip(), "|", "\n".join(errors.splitlines()[-3:]))


with tempfile.TemporaryDirectory() as folder:
    os.mkdir(f"{folder}/package")
    files = {"module.py": "import sys\nprint(__name__, __package__, __spec__.name, sys.argv[1:], __file__.endswith('module.py'))\n", "package/__init__.py": "print('init', __name__)\n",
             "package/__main__.py": "import sys\nfrom . import part\nprint('main', __name__, __package__, part.value, len(sys.argv))\n", "package/part.py": "value = 5\nprint('part', __name__)\n", "__main__.py": "print('folder main', __name__, repr(__package__))\n", "package/bad.py": "x = \n", "fails.py": "def f():\n    raise KeyError('k')\nf()\n"}
    for name, text in files.items():
        with open(f"{folder}/{name}", "w") as f:
            f.write(text)
    run("-m", "module", "x", "-y", cwd=folder)
    run("-m", "package", "z", cwd=folder)
    run("-m", "package.nope", cwd=folder)
    run("-m", "package.bad", cwd=folder)
    run("-m", "module.x", cwd=folder)
    run("package", cwd=folder)
    run("fails.py", cwd=folder)
