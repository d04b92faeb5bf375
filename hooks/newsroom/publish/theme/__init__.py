"""The theme, the environment of all templates, and the style sheets and icons that are made from them."""
