#!/usr/bin/env python
"""Run On Record's commands: ``python manage.py start`` is the first one."""

import os
import sys


def main() -> None:
    """Run the command named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
    from django.core.management import execute_from_command_line
    from django.db.utils import DatabaseError

    try:
        execute_from_command_line(sys.argv)
    except DatabaseError as problem:
        from claims.management.trouble import is_set_up

        if is_set_up():
            raise
        sys.exit(f"There is no database yet ({problem}). Make it with: manage.py start --no-serve --empty")


if __name__ == "__main__":
    main()
