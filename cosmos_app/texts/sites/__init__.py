"""What the screens say on which sites are prepared, compared and asked: a module for each."""
