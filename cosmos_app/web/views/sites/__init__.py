"""Views on which sites are prepared, compared and asked."""
