"""What a report is: the language of form.yaml, the fields, equations, grids and sheets derived from it."""
