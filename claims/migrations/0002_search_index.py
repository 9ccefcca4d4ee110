"""Full-text search over the folded words: FTS5 with external content, or a GIN index of PostgreSQL."""

from django.db import migrations

TABLES = [("claims_quotefold", "quote_id"), ("claims_articlefold", "article_id")]

SQLITE = """
CREATE VIRTUAL TABLE {table}_fts USING fts5(folded, content='{table}', content_rowid='{key}', tokenize='unicode61');
CREATE TRIGGER {table}_fts_insert AFTER INSERT ON {table} BEGIN
    INSERT INTO {table}_fts(rowid, folded) VALUES (new.{key}, new.folded);
END;
CREATE TRIGGER {table}_fts_delete AFTER DELETE ON {table} BEGIN
    INSERT INTO {table}_fts({table}_fts, rowid, folded) VALUES ('delete', old.{key}, old.folded);
END;
CREATE TRIGGER {table}_fts_update AFTER UPDATE ON {table} BEGIN
    INSERT INTO {table}_fts({table}_fts, rowid, folded) VALUES ('delete', old.{key}, old.folded);
    INSERT INTO {table}_fts(rowid, folded) VALUES (new.{key}, new.folded);
END;
"""
POSTGRESQL = "CREATE INDEX {table}_fts ON {table} USING gin (to_tsvector('simple', folded));"


def statements(sql: str) -> list[str]:
    """Return the statements of a script, a trigger being one."""
    found: list[str] = []
    for line in sql.strip().splitlines():
        if found and found[-1].startswith("CREATE TRIGGER") and not found[-1].endswith("END;"):
            found[-1] += "\n" + line
        else:
            found.append(line)
    return found


def make_indexes(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    script = SQLITE if vendor == "sqlite" else POSTGRESQL
    for table, key in TABLES:
        for sql in statements(script.format(table=table, key=key)):
            schema_editor.execute(sql)


def drop_indexes(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for table, _ in TABLES:
        if vendor == "sqlite":
            for event in ("insert", "delete", "update"):
                schema_editor.execute(f"DROP TRIGGER {table}_fts_{event}")
            schema_editor.execute(f"DROP TABLE {table}_fts")
        else:
            schema_editor.execute(f"DROP INDEX {table}_fts")


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_initial")]

    operations = [migrations.RunPython(make_indexes, drop_indexes)]
