"""Certificates: every obligation with what decides it, for a program that shares no code."""
