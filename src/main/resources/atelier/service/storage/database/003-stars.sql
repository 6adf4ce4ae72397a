-- What the owner gave an image and wrote about it.
alter table image add column stars integer not null default 0;
alter table image add column comment text not null default '';
