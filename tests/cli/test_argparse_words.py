"""argparse's own words are in our catalogue."""

import argparse
import ast
import inspect

from registry_app.cli.argparse_words import TEXTS, speaking
from registry_app.domain import words

TO_PROGRAMMERS = (
    ".__call__() not defined",
    "'required' is an invalid argument for positionals",
    "mutually exclusive arguments must be optional",
    "%r is not callable",
    "cannot merge actions",
    "invalid option string",
    "dest= is required",
    "invalid conflict_resolution",
    "cannot have multiple subparser",
    "conflicting ",
    " is deprecated",
    "warning: ",
    " (default: ",
)


def test_every_text_that_argparse_says_to_users_is_ours() -> None:
    tree = ast.parse(inspect.getsource(argparse))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    said = [
        argument.value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in ("_", "ngettext")
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]

    for_users = [text for text in said if not any(part in text for part in TO_PROGRAMMERS)]

    assert [text for text in for_users if text not in TEXTS] == []


def test_every_one_of_them_has_vietnamese() -> None:
    assert [text for text in TEXTS if words._(text) == text and text != "%(heading)s:"] == []


def test_argparse_has_its_own_words_back_afterwards() -> None:
    before = vars(argparse)["_"]

    with speaking():
        assert vars(argparse)["_"]("options") == "tùy chọn"

    assert vars(argparse)["_"] is before
