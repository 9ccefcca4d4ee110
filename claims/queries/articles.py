"""Articles: is a text known?"""

from claims.models import Article, Outlet


def article_with_text(text_hash: str, outlet: Outlet | None) -> Article | None:
    """Return the article of this outlet (or of none) that has this very text, if it is stored."""
    return Article.objects.filter(text_hash=text_hash, outlet=outlet).first()
