"""The ODK flavour of XPath 1.0: parsed once, compiled once, evaluated over a filled form."""
