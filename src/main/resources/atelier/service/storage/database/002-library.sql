-- An index of files: all of it but the history can be read from them again.
create table character (
    slug text primary key,
    name text not null,
    type text not null,
    trigger_phrase text not null,
    state text not null,
    note text not null,
    favourite integer not null,
    tags text not null,
    created integer not null
) strict, without rowid;

create table picture (
    character text not null references character (slug) on delete cascade,
    name text not null,
    sha256 text not null,
    bytes integer not null,
    added integer not null,
    primary key (character, name)
) strict, without rowid;

create table adapter (
    file text primary key,
    name text not null,
    type text not null,
    trigger_phrase text not null,
    character text not null,
    note text not null,
    favourite integer not null,
    tags text not null,
    sha256 text not null,
    bytes integer not null,
    added integer not null
) strict, without rowid;

-- Words is what a search looks through, in lower case.
create table image (
    id integer primary key,
    file text not null unique,
    made integer not null,
    width integer not null,
    height integer not null,
    prompt text not null,
    negative text not null,
    seed text not null,
    model text not null,
    adapters text not null,
    liked integer not null,
    favourite integer not null,
    tags text not null,
    words text not null
) strict;

create index image_made on image (made desc, id desc);

create table run (
    folder text primary key,
    trigger_phrase text not null,
    started integer not null,
    step integer not null,
    finished integer not null
) strict, without rowid;

create table audit (
    id integer primary key autoincrement,
    at integer not null,
    kind text not null,
    item text not null,
    field text not null,
    old text not null,
    now text not null,
    why text not null,
    who text not null,
    undone integer not null default 0
) strict;

create index audit_item on audit (kind, item);
