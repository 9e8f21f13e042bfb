"""Paper: forms that people fill in with a pen, and how what they wrote is typed in."""
