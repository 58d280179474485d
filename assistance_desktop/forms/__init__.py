"""What we ask: questionnaires in the XLSForm standard, filled in without a screen."""
