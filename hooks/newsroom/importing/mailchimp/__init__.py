"""Mailchimp's account export → editions of the newsletter."""
