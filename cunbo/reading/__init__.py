"""A folder of YAML → a `Course`, or every reason why it is none.

In: bytes. Out: a `Reading`: the course, each file's tree with lines and columns, the `Problem`s.
The only room that opens an author's files. A slip that can be mended in memory is mended there and
told, so that one run tells all of them.
"""
