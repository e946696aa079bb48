SECONDS = 24 * 60 * 60
TEXT = "%s: %r" % (SECONDS, 'x')
if __debug__:
    print(-1 in [1, 2])
