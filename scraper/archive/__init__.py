"""Every response as received: WARC files, journals of runs, copies of inputs."""
