"""Objectives and key results that hold: drafted from a leader's own text, and checked before they are returned.

Importing this package is cheap on purpose: it loads no model library, no database and no web framework.
"""
