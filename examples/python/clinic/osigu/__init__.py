"""Calls to Osigu: tokens, time-outs, repetitions."""
