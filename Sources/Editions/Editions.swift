// Editions
