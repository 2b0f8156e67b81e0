"""Networks that others trained, frozen: what pictures are compared with, and what makes large targets of small ones."""
