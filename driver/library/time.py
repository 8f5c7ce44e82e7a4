"""time: clocks, read by the executable."""

from _cjax.clock import (monotonic, monotonic_ns, perf_counter, perf_counter_ns, process_time, process_time_ns, sleep,
                         time, time_ns)
