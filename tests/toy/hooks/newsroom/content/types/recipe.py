"""Recipes: a type that only the tests have."""

from pydantic import Field

from newsroom.content.model import Dated
from newsroom.content.types.base import ContentType, slug_file_name


class Recipe(Dated):
    """What neighbours cook for each other: ``recipes/<slug>.md``."""

    serves: int = Field(gt=0, description="How many people it is enough for.")


RECIPE = ContentType(
    name="recipe",
    plural="recipes",
    position=35,
    folder="recipes",
    model=Recipe,
    file_name=slug_file_name("lemon-cake"),
    card="books",
    facts={"recipe.serves": lambda recipe, _t: str(recipe.serves)},
    in_menu=True,
    texts={
        "kind.recipe": "Recipe",
        "recipe.serves": "Serves",
        "recipes.title": "Recipes",
        "recipes.summary": "What neighbours cook for each other.",
        "recipes.all": "All recipes",
    },
)
