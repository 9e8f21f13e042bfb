"""The edge of CoSMoS: screens, charts, reports, storage and the command line. What is computed is in ``models``."""
