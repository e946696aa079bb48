import sys
import threading

print("input:", sys.stdin.read())
results = []
thread = threading.Thread(target=lambda: results.append(len(results)))
thread.start()
thread.join()
print("results:", results)
sys.exit(3)
