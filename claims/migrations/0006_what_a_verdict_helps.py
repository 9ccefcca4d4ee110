"""What a verdict would help, what several verdicts come to, and the indexes of the review queue."""

from django.db import migrations, models
from django.db.models import Case, F, Q, Value, When


class Migration(migrations.Migration):
    dependencies = [("claims", "0005_stamps_of_terms")]

    operations = [
        migrations.AddField("match", "reach", models.FloatField(default=1.0)),
        migrations.AlterField(
            "match",
            "verdict",
            models.CharField(
                blank=True,
                choices=[
                    ("SAME_STATEMENT", "same statement"),
                    ("SAME_CLAIM", "same claim"),
                    ("CONTRADICTS", "contradicts"),
                    ("UNRELATED", "unrelated"),
                    ("DIFFER", "reviewers differ"),
                ],
                max_length=14,
            ),
        ),
        migrations.AddField(
            "match",
            "worth",
            models.GeneratedField(
                db_persist=True,
                expression=Case(
                    When(score__gte=0.7, then=(Value(1.0) - F("score")) / Value(1.0 - 0.7)),
                    default=F("score") / Value(0.7),
                )
                * F("reach"),
                output_field=models.FloatField(),
            ),
        ),
        migrations.AddIndex(
            "match",
            models.Index(
                name="match_by_worth", fields=["-worth", "id", "score"], condition=Q(is_live=True, verdict="")
            ),
        ),
        migrations.AddIndex(
            "match",
            models.Index(name="match_judged", fields=["verdict", "id"], condition=Q(verdict__gt="")),
        ),
    ]
