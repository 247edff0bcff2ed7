"""Thousands of damaged curricula: whatever happens, the author gets an answer with a place."""
