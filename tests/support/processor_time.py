"""A limit of processor time that a process sets itself, whatever else the machine does."""

import resource
import time


def allow(seconds: int) -> None:
    """End this process when it takes more than `seconds` of processor time from now on."""
    until = int(time.process_time()) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))
