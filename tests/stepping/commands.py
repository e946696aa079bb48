n = 1
while n < 3:
    n += 1
