"""Bad weather: a server on loopback that plays every fault, and what has to come of each."""
