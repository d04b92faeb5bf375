"""Checks of the consent of the people whom texts are about."""
