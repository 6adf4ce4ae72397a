-- Whether it is out of lists and choices.
alter table character add column archived integer not null default 0;
alter table adapter add column archived integer not null default 0;
