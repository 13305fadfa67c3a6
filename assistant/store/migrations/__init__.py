"""The steps that bring a database up to the tables of this version.

A new step is the next number in ``versions``, after a change in ``assistant/store/tables.py``:
``tests/store/test_migrations.py`` tells what the tables have that the steps do not make yet, and tries every earlier
version with rows in it. A step that was released is never changed.
"""
