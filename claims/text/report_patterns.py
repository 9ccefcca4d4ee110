"""What reported speech looks like in English: patterns for ``reported``.

Each is bounded, so that it takes linear time on any sentence.
"""

import re

from claims.text.masking import GAP

TELL = frozenset({"tell", "tells", "told", "telling"})
FINITE = (
    r"(?:was|were|is|are|has|had|have|did|does|will|would|could|can|should|may|might|must|went|took|made|got|came"
    r"|saw|gave|ran|held|led|kept|began|won|lost|spoke|wrote|said|says|told|thought|knew|felt|met|found|stood|drew"
    r"|threw|fell|rose|sat|sent|spent|paid|broke|chose|drove|fought|grew|heard|sought|sold|taught|wore|wants|makes"
    r"|takes|gets|goes|seems|likes|plans|hopes|uses|knows|finds|shows|tries|[a-z]{2,}ed|be|do|need|want|know|think"
    r"|help|get|make|go|take)"
)
HOLDS_CLAUSE = re.compile(
    rf"(?<![\w'’-]){FINITE}(?!\w)|(?:it|he|she|that|there|what|who|here)['’]s\b|['’](?:re|ve|ll|d)\b|n['’]t\b",
    re.IGNORECASE,
)
HOLDS_VERB = re.compile(
    rf"(?<![\w'’-]){FINITE}(?!\w)|(?:it|he|she|that|there|they|we|I)['’](?:s|re|ve|ll|d)\b|n['’]t\b",
    re.IGNORECASE,
)
VERB_NEXT = re.compile(rf",\s+{FINITE}\b")
COMMA_NEXT = re.compile(r",\s+(?!who\b|which\b|citing\b|adding\b|saying\b)")
HEARER = (
    r"(?:\s+(?:reporters|them|him|her|me|us|[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,4}"
    r"|(?:the|a|an|his|her|their|its)\s+[\w'’-]+(?:\s+[\w'’-]+){0,4}?))?"
)
WHEN = (
    r"(?:,?\s+(?:on|in|at|during|after|before|last|this|to|via|through|from|with|Monday|Tuesday|Wednesday|Thursday"
    r"|Friday|Saturday|Sunday|earlier|later|recently|Jan|Feb|today|yesterday)\b(?!\s+that\b)[^,.;]{0,60}?)?,?"
)
HEARERS_THAT = re.compile(HEARER + WHEN + r"\s*(?:that\s+)|(?:\s+[\w.'’-]+){1,9}?\s+that\s+")
HEARERS_BARE = re.compile(HEARER + WHEN + r"\s+(?=(?:he|she|they|it|we|I|the|his|her|there|a)\s)")
WHEN_THAT = re.compile(WHEN + r"\s*that\s+")
WHEN_BARE = re.compile(
    r"(?:\s+(?:(?:on|in|at|during|last|this|late|early)\s+)?"
    r"(?:[A-Z][\w.]+day|[a-z]+ (?:week|month|night|year))"
    r"(?:\s+(?:night|morning|afternoon|evening))?\s+(?=[a-zA-Z]))?\s*"
)
THAT_SOON = re.compile(r"[^,]{0,40}\bthat\b")
THAT_NEXT = re.compile(r"\s+that\b")
ENDS_WITH_THAT = re.compile(r"\bthat\s*$")
AFTER_GAP = re.compile(rf"{GAP}[,.]?\s*$")
OPENS_QUESTION = re.compile(r"\s*(?:to|how|why|whether|what)\s")
ADVERBIAL = re.compile(
    r"\s*(?:afterwards?|later|then|again|yesterday|today|earlier|so|no|yes)\b|"
    r"\s*(?:in|on|at|to|after|during|last|this|about|of|as|by|for|with|before|when|while|through|via|from)\s+"
    r"(?:[^,]*$|[^,]{0,60},?\s+(?:and|who|which|that)\b)"
)
SHORT_ADVERBIAL = re.compile(r"(?:on|in|at|during|to|of|about|by|with|for|from|as|,)\s+\w+(?:\s+\w+){0,3}$")
DASH_AGAIN = re.compile(r"\s[–—]\s")
INFINITIVE = re.compile(r"\s*to\s+[a-z]+\s+\w")
FRONTED = re.compile(r"\s*(?:While|As|If|Although|Though|When|After|Because|Since|Even as)\b")
TAIL = re.compile(
    r",\s+(?:(?:\w+ly\s+)?(?:saying|adding|arguing|citing|noting|calling|echoing|referring|warning|telling"
    r"|according|insisting|suggesting|pointing|describing|claiming|urging|accusing|praising|drawing|prompting)\b"
    r"|(?:he|she|they|it|(?:[A-Z][\w.'’-]+\s+){0,4}[A-Z][\w.'’-]+)"
    r"\s+(?:has\s+|had\s+)?(?:said|says|added|wrote|told)\b|to which\b|even (?:though|as)\b"
    r"|while\s)"
    r"|,\s+(?:but|as|though|although|whereas)\s|,\s+and\s+(?=(?:the|a|an)\s|[A-Z])"
    r"|,?\s+(?:but|and|while|then)\s+(?:also\s+)?(?:said|says|added|adds|told|insisted|argued|called|warned|noted"
    r"|promised|vowed|declined|acknowledged)\b|\s+[–—]\s+(?=[a-z])"
)
ACCORDING_FIRST = re.compile(
    r"\s*(?:(?:And|But|Still,|Yet)\s+)?([Aa]ccording to)\s+"
    rf"([^,{GAP}]{{3,120}}?(?:, (?:an?|the|who|which)\s[^,{GAP}]{{3,80}}(?=,))?),\s*(.+)$"
)
IN_VIEW = re.compile(
    r"\s*(?P<cue>In)\s+(?:"
    r"(?P<owner>his|her|their|[A-Z][\w.-]{0,30}(?:\s[A-Z][\w.-]{0,30}){0,3}(?=['’]s?\s))(?:['’]s?)?"
    r"\s+(?:own\s+)?(?:view|opinion|words|estimation|telling)"
    rf"|the\s+(?:view|opinion|words)\s+of\s+(?P<name>[^,{GAP}]{{3,80}})),\s+(?P<clause>.+)$"
)
ACCORDING_LAST = re.compile(rf"([^{GAP}]+?),?\s+(according to)\s+([^{GAP}]+)$")
NAME_ACCORDING = re.compile(r"(?:[^,.;(]|(?<=[A-Z])\.)+")
SAID_BY = re.compile(
    rf"([^{GAP}]{{12,}}),\s+(said|says|added|wrote|argued|explained|noted|reported)\s+(?!that\b)"
)
AFTER_SUBJECT = re.compile(r"\s*(?:$|,|(?:who|of|in|at|from|on|with)\b|\()")
PASSIVE = re.compile(r"(?:\b(?:was|were|been|being|be|is|are)|[Hh]aving)(?:\s+\w+ly|\s+first|\s+also)?$")
#: "her presence would acknowledge the need" is no report
MODAL = re.compile(r"\b(?:would|could|might|should|must|may)(?:\s+(?:also|not|never))?$")
RELATIVE = re.compile(r"\b(?:which|that)\s+(?:\w+\s+){1,4}$")
GERUND = re.compile(r"(?:of|for|by|without|of the|the|a)$")
CLAUSE_BREAK = re.compile(r"[,;–—-]\s|\s(?:and|but|which|who|to which)\s")
