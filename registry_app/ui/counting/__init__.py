"""Windows about official figures."""
