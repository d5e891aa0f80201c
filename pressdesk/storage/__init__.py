"""Files on disk: the release package, and writing that leaves the old file or the new one."""
