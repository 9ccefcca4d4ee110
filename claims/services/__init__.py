"""Verbs that change something: one transaction, the person as ``by``, history written."""
