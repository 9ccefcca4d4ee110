"""Nouns: tables, their laws, and the questions that one table can answer."""

from claims.models.annotation import Annotation, Certainty, Stance
from claims.models.article import (
    Article,
    ArticleFingerprint,
    ArticleFold,
    CopyGroup,
    CopyPair,
    Original,
)
from claims.models.change import Change
from claims.models.claim import Claim
from claims.models.codebook import Codebook, CodebookVersion, Membership
from claims.models.corpus import Corpus
from claims.models.decision import Decision
from claims.models.imports import Import, ImportItem
from claims.models.job import Job, Run
from claims.models.match import Match, ScoreCalibration, Verdict, VerdictKind
from claims.models.outlet import Outlet
from claims.models.quote import Attribution, ExpectedChange, Form, Kind, Quote, QuoteFold
from claims.models.speaker import Alias, Position, Speaker, SpeakerPair
from claims.models.statement import Statement, StatementTerms, StatementVector, Utterance
from claims.models.user import User

__all__ = [
    "Alias",
    "Annotation",
    "Article",
    "ArticleFingerprint",
    "ArticleFold",
    "Attribution",
    "Certainty",
    "Change",
    "Claim",
    "Codebook",
    "CodebookVersion",
    "CopyGroup",
    "CopyPair",
    "Corpus",
    "Decision",
    "ExpectedChange",
    "Form",
    "Import",
    "ImportItem",
    "Job",
    "Kind",
    "Match",
    "Membership",
    "Original",
    "Outlet",
    "Position",
    "Quote",
    "QuoteFold",
    "Run",
    "ScoreCalibration",
    "Speaker",
    "SpeakerPair",
    "Stance",
    "Statement",
    "StatementTerms",
    "StatementVector",
    "User",
    "Utterance",
    "Verdict",
    "VerdictKind",
]
