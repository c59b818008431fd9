"""Parley: a what-if simulator of information contests on social media, for diplomacy."""
