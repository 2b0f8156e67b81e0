"""How the decoder is trained: what it grows out of, the pictures of its teacher, its losses and critics, its trainer."""
