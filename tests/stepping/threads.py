import threading

lock = threading.Lock()
ready = threading.Event()


def work(n, counts):
    ready.wait()
    with lock:
        counts.add(n)


def start(number, counts):
    threads = [threading.Thread(target=work, args=(n, counts)) for n in range(number)]
    for thread in threads:
        thread.start()
    return threads


def main():
    counts = set()
    joins = [thread.join for thread in start(3, counts)]
    alive = threading.active_count()
    ready.set()
    for join in joins:
        join()
    del joins, join
    print(alive, counts)


main()
