while True:
    if ready():
        break
