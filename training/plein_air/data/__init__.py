"""From a folder of photographs and label maps to the arrays that the trainers read."""
