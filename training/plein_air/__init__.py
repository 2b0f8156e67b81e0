"""Plein Air's models: a VQGAN and a lattice transformer, their export to a bundle, and the vectors that hold the page to them."""
