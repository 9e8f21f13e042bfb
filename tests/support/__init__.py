"""What tests are made of: builders, worlds and stores, and independent oracles."""
