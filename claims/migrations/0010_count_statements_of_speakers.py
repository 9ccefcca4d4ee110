"""Fill the counts of statements and utterances that speakers have, as a recount would."""

from django.db import migrations

COUNT = """
UPDATE claims_speaker SET
    statement_count = (
        SELECT COUNT(DISTINCT statement.id)
        FROM claims_attribution AS said
        JOIN claims_statement AS statement ON statement.quote_id = said.quote_id
        WHERE said.speaker_id = claims_speaker.id AND said.is_live AND statement.is_live
    ),
    utterance_count = (
        SELECT COUNT(DISTINCT COALESCE(statement.utterance_id, 0 - statement.id))
        FROM claims_attribution AS said
        JOIN claims_statement AS statement ON statement.quote_id = said.quote_id
        WHERE said.speaker_id = claims_speaker.id AND said.is_live AND statement.is_live
    )
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0009_statements_and_utterances_of_speakers")]

    operations = [migrations.RunSQL(COUNT, migrations.RunSQL.noop)]
