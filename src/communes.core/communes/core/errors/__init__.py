"""Every refusal has one shape, so that each channel turns it into words at one edge."""
