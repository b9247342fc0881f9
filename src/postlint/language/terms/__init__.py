"""Tables of terms: what a house writes otherwise, bans, or wants to be looked at."""
