name = "corner shop"
