"""Read what a saved page says about itself: JSON-LD, meta tags, headings, addresses.

Works on a parsed tree, in the child process. Of the places that may hold a title, the words that two of
them share are taken.
"""

import itertools
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from claims.text.dates import choose_date, find_dates
from claims.text.titles_of_pages import fold_title, site_beside, site_variants, without_sites

MAX_SCRIPT = 500_000  # characters of one JSON-LD block
MAX_NODES = 2_000  # objects looked at in all JSON-LD of a page
MAX_HEADINGS = 20
ARTICLE_TYPES = frozenset(
    (
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
        "BackgroundNewsArticle", "ReviewNewsArticle", "BlogPosting", "LiveBlogPosting", "Report",
    )
)  # fmt: skip
PUBLISHED_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time",
    "date.published", "published_time", "publish_date", "publish-date", "pubdate", "publication_date",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date",
    "cxenseparse:recs:publishtime", "article.published", "date", "timestamp",
)  # fmt: skip
TITLE_NAMES = ("og:title", "twitter:title", "headline", "dc.title", "parsely-title", "sailthru.title")
OUTLET_NAMES = ("og:site_name", "application-name", "dc.publisher", "publisher")
BYLINE_NAMES = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
SECTION_NAMES = ("article:section", "parsely-section", "section")
SAVED_FROM = re.compile(r"saved from url=\(\d{1,6}\)(https?://\S{3,2000})|\burl:\s{1,3}(https?://\S{3,2000})")
LANGUAGE = re.compile(r"[a-zA-Z]{2}(?=$|[-_])")
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the markup tells; "" where it does not."""

    title: str = ""
    #: ISO day, or ISO moment if the markup gives a time of day
    published: str = ""
    outlet: str = ""
    byline: str = ""
    section: str = ""
    language: str = ""
    url: str = ""

    def as_dict(self) -> dict[str, str]:
        """Return the facts as they go over the wire."""
        return asdict(self)


def read_facts(tree: Any) -> PageFacts:
    """Return what a parsed page says about itself."""
    metas = _metas(tree)
    article = _article(tree)
    browser = next((_text(title) for title in tree.iter("title")), "")
    outlet = _name(article.get("publisher")) or _first(metas, OUTLET_NAMES)
    title = _title(tree, metas, article, browser, outlet)
    byline = _names(article.get("author")) or _first(metas, BYLINE_NAMES)
    return PageFacts(
        title=title,
        published=_published(tree, metas, article),
        outlet=outlet or site_beside(browser, title),
        byline="" if byline.startswith("http") or byline == outlet else byline,
        section=_name(article.get("articleSection")) or _first(metas, SECTION_NAMES),
        language=_language(tree, article),
        url=_address(tree, metas),
    )


def parse_moment(text: str) -> date | datetime | None:
    """Return the day or, with a time of day, the moment of a date that machines or people wrote.

    Midnight sharp is what programs write for "no time", so it gives the day alone.
    """
    text = text.strip()[:100]
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        found = choose_date(find_dates(text))
        return (found.at or found.day) if found else None
    if (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date()
    return moment


def _title(tree: Any, metas: dict[str, str], article: dict[str, Any], browser: str, outlet: str) -> str:
    """Return the words that two places give as the title, the main heading's first; else the best one."""
    main = _headings(tree, "h1")
    stated = [metas[name] for name in TITLE_NAMES if name in metas] + [_name(article.get("headline"))]
    stated = [text for text in stated if text]
    places = [
        {fold_title(form): form for form in site_variants(text)} for text in [*main, *stated, browser] if text
    ]
    counted = Counter(folded for forms in places for folded in forms if folded)
    counted.update({fold_title(text) for text in _headings(tree, "h2", "h3")} & counted.keys())
    agreed = [folded for folded, count in counted.items() if count > 1 and folded != fold_title(outlet)]
    if agreed:
        printed = {fold_title(text) for text in main}
        best = max(agreed, key=lambda folded: (folded in printed, counted[folded], len(folded)))
        return next(forms[best] for forms in places if best in forms)
    if stated or len(main) == 1:
        return [*stated, *main][0]
    return without_sites(browser)


def _headings(tree: Any, *tags: str) -> list[str]:
    texts = [_text(heading) for heading in itertools.islice(tree.iter(*tags), MAX_HEADINGS)]
    return [text for text in dict.fromkeys(texts) if text]


def _published(tree: Any, metas: dict[str, str], article: dict[str, Any]) -> str:
    """Return the moment of publication in ISO form: JSON-LD, meta tags, then a time element.

    Of time elements those count that say they are it, or the only one of the page.
    """
    given = [str(article.get("datePublished") or "")]
    given += [metas[name] for name in PUBLISHED_NAMES if name in metas]
    times = [time for time in tree.iter("time") if time.get("datetime")]
    for time in times:
        said = " ".join((time.get("itemprop", ""), time.get("class", ""))).lower()
        if "publish" in said or "pubdate" in time.attrib:
            given.append(time.get("datetime"))
    only = {time.get("datetime") for time in times}
    if not any(given) and len(only) == 1:
        given += only
    days: list[date] = []
    for text in given:
        moment = parse_moment(text) if text else None
        if isinstance(moment, datetime) and (not days or moment.date() == days[0]):
            return moment.isoformat()
        if moment:
            days.append(moment)
    return days[0].isoformat() if days else ""


def _metas(tree: Any) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = SPACES.sub(" ", meta.get("content") or "").strip()
        if name and content:
            metas.setdefault(name, content)
    return metas


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if name in metas), "")


def _article(tree: Any) -> dict[str, Any]:
    """Return the first article among the page's JSON-LD objects; empty if there is none."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or len(script.text or "") > MAX_SCRIPT:
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            types = node.get("@type")
            if ARTICLE_TYPES & set(
                types if isinstance(types, list) else [types] if isinstance(types, str) else []
            ):
                return node
    return {}


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    todo, seen = [data], 0
    while todo and seen < MAX_NODES:
        node = todo.pop(0)
        seen += 1
        if isinstance(node, list):
            todo += node[:MAX_NODES]
        elif isinstance(node, dict):
            yield node
            todo += [value for value in node.values() if isinstance(value, (dict, list))]


def _name(value: Any) -> str:
    """Return the name in a JSON-LD value: a text, an object with a name, or the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name")
    return SPACES.sub(" ", value).strip() if isinstance(value, str) else ""


def _names(value: Any) -> str:
    values = value if isinstance(value, list) else [value]
    return ", ".join(dict.fromkeys(name for one in values if (name := _name(one))))


def _language(tree: Any, article: dict[str, Any]) -> str:
    found = LANGUAGE.match(_name(article.get("inLanguage")) or tree.get("lang") or "")
    return found[0].lower() if found else ""


def _address(tree: Any, metas: dict[str, str]) -> str:
    canonical = [
        link.get("href", "") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"
    ]
    saved = ["".join(found.groups("")) for found in map(SAVED_FROM.search, _comments(tree)) if found]
    for address in [*canonical, metas.get("og:url", ""), *saved]:
        if address.startswith(("http://", "https://")):
            return str(address)
    return ""


def _comments(tree: Any) -> list[str]:
    """Return the comments around the page's beginning, where programs that save pages put the address."""
    before = list(tree.itersiblings(preceding=True))
    head = tree.find("head")
    inside = list(tree)[:3] + (list(head)[:10] if head is not None else [])
    return [node.text or "" for node in [*before, *inside] if not isinstance(node.tag, str)]


def _text(element: Any) -> str:
    return SPACES.sub(" ", "".join(element.itertext())).strip()
