"""What the screens of one person say: a module for each screen."""
