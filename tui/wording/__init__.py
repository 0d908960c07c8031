"""The words of screens and commands, a subject a module, in the language in use."""
