"""Files that are still open when the interpreter is taken apart: a warning each, no crash."""
import subprocess
import sys

SOURCES = ["f = open('/dev/null')", "f = open('/dev/null', 'w'); f.write('x')",
           "import warnings, io\nf = io.FileIO('/dev/null')\nloop = [f]; loop.append(loop)\ndel f, loop"]
for source in SOURCES:
    done = subprocess.run([sys.executable, "-W", "always", "-c", source], capture_output=True, text=True)
    print(done.returncode, done.stdout, "ResourceWarning" in done.stderr)
done = subprocess.run([sys.executable, "-v", "-c", "print('seen')"], capture_output=True, text=True)
print(done.returncode, done.stdout, "import 'site'" in done.stderr)
source = "import sys\nprint('here')\ndel sys.modules['__main__']\n"
done = subprocess.run([sys.executable, "-"], input=source, capture_output=True, text=True)
print(done.returncode, done.stdout, done.stderr)
