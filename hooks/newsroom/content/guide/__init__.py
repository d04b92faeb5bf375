"""The pages of the editors' guide and the schemas that are made from the models."""
