"""How fast ``index.engine`` is beside rank-bm25, bm25s (with numba) and tantivy: ratios from one run.

``python -m benchmarks.speed`` needs the extras ``fast`` and ``bench``. Every engine reads the same texts itself, to the
same terms (checked), with all the cores it can use, and is asked the same queries in one thread for the ten best. They
are asked in turn, query by query, so that whatever else the machine does slows all alike. Memory and opening are
measured in a process of its own that opens what was saved.
"""
