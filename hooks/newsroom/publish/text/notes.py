"""Notes what a text's HTML was made from besides the text: answers about links, files and pictures."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

AnswerT = TypeVar("AnswerT")
NotedAnswer = tuple[str, str, str]
"""What was asked about, like "picture", the question, and a form of the answer that can be compared."""


class Notes:
    """Passes questions on, and notes them with their answers."""

    def __init__(self) -> None:
        self._noted: dict[tuple[str, str], str] = {}

    @property
    def answers(self) -> tuple[NotedAnswer, ...]:
        """All questions with their answers."""
        return tuple((about, question, answer) for (about, question), answer in self._noted.items())

    def noting(self, about: str, answer_to: Callable[[str], AnswerT]) -> Callable[[str], AnswerT]:
        """Return the function ``answer_to``, each of whose answers is noted."""

        def answer(question: str) -> AnswerT:
            found = answer_to(question)
            self._noted[about, question] = repr(found)
            return found

        return answer


def are_current(answers: Iterable[NotedAnswer], answer_to: Mapping[str, Callable[[str], object]]) -> bool:
    """Return whether all questions have the same answers as when they were noted.

    Args:
        answers: The noted answers.
        answer_to: The functions that answer questions, by what they are about.
    """
    return all(repr(answer_to[about](question)) == answer for about, question, answer in answers)
