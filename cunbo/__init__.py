"""cunbo (村播课): turns a folder of YAML lessons into a course site and printable handouts."""

__version__ = "1.0.0"
__released__ = "2026-11-22"
