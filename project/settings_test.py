"""Settings of the tests: quick passwords, jobs run at once, a query per row is an error."""

import os
import tempfile

os.environ.setdefault("ON_RECORD_DATA", tempfile.mkdtemp(prefix="on-record-test-"))
os.environ["HF_HUB_OFFLINE"] = "1"  # no test asks for a model from elsewhere

from project.settings import *  # noqa: F403
from project.settings import DATABASES, INSTALLED_APPS, MIDDLEWARE

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
AXES_ENABLED = False
SEMANTIC_MODEL = ""
INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]
MIDDLEWARE = ["tests.zeal_on_pages.on_pages", *MIDDLEWARE]

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": None}
