"""Threads run where they are started; queues, executors, locks, context variables."""
# modes: interp
import contextvars
import queue
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed, wait

import jax.numpy as jnp

lock, results = threading.Lock(), []


def work(i):
    with lock:
        results.append(jnp.arange(i).sum())


threads = [threading.Thread(target=work, args=(i,)) for i in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(results, threads[0].name, threads[0].is_alive(), threading.current_thread().name, lock.locked())
event, limit = threading.Event(), threading.Semaphore(2)
event.set()
with limit:
    print(event.wait(), limit.acquire(), limit.acquire(blocking=False))
timer = threading.Timer(0.0, print, ["timer"])
timer.start()
timer.join()


class Doubler(threading.Thread):
    def __init__(self, n):
        super().__init__(name="doubler", daemon=True)
        self.n = n

    def run(self):
        self.out = self.n * 2


d = Doubler(4)
d.start()
d.join()
print(d.out, d.name, d.daemon)

q, p, s = queue.Queue(2), queue.PriorityQueue(), queue.LifoQueue()
for x in (3, 1):
    q.put(x), p.put(x), s.put(x)
print(q.full(), q.get(), p.get(), s.get(), q.qsize(), p.empty())
for what in (lambda: queue.Queue().get_nowait(), lambda: (q.put(1), q.put_nowait(2))):
    try:
        what()
    except (queue.Empty, queue.Full) as e:
        print(repr(e))

with ThreadPoolExecutor(max_workers=2) as pool:
    futures = [pool.submit(pow, 2, k) for k in range(3)]
    print(list(pool.map(lambda x: x * x, range(4))), sorted(f.result() for f in as_completed(futures)), len(wait(futures).done))
    bad = pool.submit(lambda: 1 / 0)
    print(repr(bad.exception()), bad.done())
    try:
        bad.result()
    except ZeroDivisionError as e:
        print(e)

level = contextvars.ContextVar("level", default=0)
token = level.set(7)
context = contextvars.copy_context()
level.reset(token)
print(level.get(), context[level], context.run(lambda: (level.set(9), level.get())[1]), level.get(), token.var.name)
