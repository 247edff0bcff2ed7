"""One course, told for one village to one kind of reader.

In: a checked `Course` and a `Village`. Out: an `Edition`; the views of learners and trainers
(nothing that learners must not see is in theirs); the table of sheets; the balance of the course.
"""
