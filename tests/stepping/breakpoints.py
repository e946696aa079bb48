def body(n):
    if n % 2: return n
    return body(n - 1)


for n in range(6):
    x = body(n)
print(x)
