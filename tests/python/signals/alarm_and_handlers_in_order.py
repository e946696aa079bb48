"""Signals to oneself: handlers with frames, exceptions from handlers, pending order, masks, siginterrupt,
timers."""
import os
import signal

log = []
def handler(number, frame): log.append((signal.Signals(number).name, frame.f_code.co_name))
def work():
    os.kill(os.getpid(), signal.SIGUSR1)
    signal.raise_signal(signal.SIGUSR2)
for number in (signal.SIGUSR1, signal.SIGUSR2):
    print(signal.signal(number, handler))
work()
print(log, signal.getsignal(signal.SIGUSR1) is handler)
def raising(number, frame): raise KeyError(number)
signal.signal(signal.SIGUSR1, raising)
try:
    os.kill(os.getpid(), signal.SIGUSR1)
except KeyError as error:
    print("raised", error.args[0] == signal.SIGUSR1)
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR2})
signal.raise_signal(signal.SIGUSR2)
print(len(log), signal.sigpending(), signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGUSR2}), len(log))
signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.001)
signal.pause()
print(log[-1], signal.getitimer(signal.ITIMER_REAL), signal.alarm(100), signal.alarm(0) > 90)
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is raising, signal.raise_signal(signal.SIGUSR1),
      signal.signal(signal.SIGUSR1, signal.SIG_DFL))
for action in (lambda: signal.signal(signal.SIGKILL, handler), lambda: signal.signal(0, handler),
               lambda: signal.signal(999, handler), lambda: signal.signal(signal.SIGUSR1, 5),
               lambda: signal.signal("x", handler), lambda: signal.getsignal(999),
               lambda: signal.raise_signal(999), lambda: signal.setitimer(9, 1),
               lambda: signal.setitimer(signal.ITIMER_REAL, -1), lambda: signal.pthread_sigmask(9, []),
               lambda: signal.pthread_sigmask(signal.SIG_BLOCK, [999]),
               lambda: signal.strsignal(signal.SIGSEGV), lambda: signal.strsignal(999),
               lambda: signal.Signals(999),
               lambda: signal.sigwait([signal.SIGUSR2]) if False else signal.valid_signals() > {signal.SIGINT}):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
