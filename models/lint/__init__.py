"""Checks of definition files that no schema can make; ``checks`` has the list, each other module one subject."""

from models.lint.checks import lint_factors, lint_placements, lint_practice, lint_questionnaire, lint_roles

__all__ = ["lint_factors", "lint_placements", "lint_practice", "lint_questionnaire", "lint_roles"]
