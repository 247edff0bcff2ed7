"""What helps an author begin: drafts of new files, skeletons and schemas for editors.

In: the model and a course. Out: text, for the caller to write.
"""
