"""What an integrator reads first: every service of ours as an OpenAPI 3.1 document."""
