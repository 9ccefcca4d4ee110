"""Long work: what was asked for, how far it is, and which program version made which rows."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class JobQuerySet(models.QuerySet["Job"]):
    """Jobs as a page asks for them."""

    def unfinished(self) -> "JobQuerySet":
        """Return the jobs that wait or run."""
        return self.filter(finished_at__isnull=True)


class Job(models.Model):
    """One piece of background work, with its progress."""

    class Kind(models.TextChoices):
        IMPORT = "IMPORT", "import"
        EXTRACT = "EXTRACT", "extract quotes"
        MATCH = "MATCH", "match statements"
        PREVIEW = "PREVIEW", "preview a new extraction"
        RERUN = "RERUN", "extract all quotes again"
        TAKEBACK = "TAKEBACK", "take a new extraction back"

    class State(models.TextChoices):
        WAITING = "WAITING", "waiting"
        RUNNING = "RUNNING", "running"
        DONE = "DONE", "done"
        FAILED = "FAILED", "failed"
        STOPPED = "STOPPED", "stopped"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    arguments = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    #: how many units are done, of how many; total 0 while it is being counted
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    #: where to go on after a stop, for work that cannot read it from the corpus as all work so far does
    checkpoint = models.JSONField(default=dict, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    #: the worker writes it every few seconds; a stale one frees the job
    heartbeat_at = models.DateTimeField(null=True, blank=True)
    stop_asked_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    #: the result or what went wrong, in words for the person who asked
    message = models.TextField(blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="jobs"
    )

    objects: ClassVar = JobQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="job_finished_has_an_end_state",
                condition=Q(finished_at__isnull=True, state__in=["WAITING", "RUNNING"])
                | Q(finished_at__isnull=False, state__in=["DONE", "FAILED", "STOPPED"]),
            )
        ]
        indexes = [
            # the worker's next job, and home's "what is running"
            models.Index(name="job_unfinished", fields=["asked_at"], condition=Q(finished_at__isnull=True))
        ]

    def __str__(self) -> str:
        return f"job {self.pk}: {self.get_kind_display()}"


class Run(models.Model):
    """One run of a program over the corpus: every row that a program made names the run."""

    class Program(models.TextChoices):
        READ = "READ", "read articles"
        QUOTES = "QUOTES", "extract quotes"
        MATCHES = "MATCHES", "match statements"
        COPIES = "COPIES", "find copies"
        PAIRS = "PAIRS", "compare names"
        PREVIEW = "PREVIEW", "preview a new extraction"

    program = models.CharField(max_length=8, choices=Program.choices)
    version = models.CharField(max_length=40)
    settings = models.JSONField(default=dict, blank=True)
    job = models.ForeignKey(Job, models.PROTECT, null=True, blank=True, related_name="runs")
    started_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.get_program_display()} {self.version}, run {self.pk}"
