"""concurrent: futures."""
