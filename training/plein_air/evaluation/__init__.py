"""What a bundle is measured by, on photographs that nothing was trained on."""
