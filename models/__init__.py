"""CoSMoS models: definition and answers in, scores and what to discuss out. Pure: no file, clock, chance or screen."""
