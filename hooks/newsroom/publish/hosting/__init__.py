"""What the host of the site needs: policies, headers, redirects and the site map."""
