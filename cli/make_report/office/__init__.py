"""Many workbooks: which are meant, how they are shared out among processes, what became of each."""
