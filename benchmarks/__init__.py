"""Measurements behind Footnote's thresholds and weights; each is a script: ``python -m benchmarks.NAME``."""
