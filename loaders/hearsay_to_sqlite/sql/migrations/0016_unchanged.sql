-- From what it was found, and how much that was: a run that goes on where one was cut short does not look again.
alter table _extractions add column basis text;
alter table _extractions add column found integer;
