-- Times are milliseconds since 1970 in UTC. Orders are JSON.
create table job (
    id integer primary key autoincrement,
    kind text not null,
    title text not null,
    state text not null,
    place integer not null,
    request text not null,
    stage text,
    done integer not null default 0,
    total integer not null default 0,
    unit text not null default '',
    detail text not null default '',
    happened text not null default '',
    kept text not null default '',
    created integer not null,
    started integer,
    ended integer
) strict;

create index job_place on job (place);

-- What a job has finished so far, so that it goes on after it and makes nothing twice.
create table job_result (
    job integer not null references job (id) on delete cascade,
    item text not null,
    number integer not null,
    file text not null,
    primary key (job, item)
) strict, without rowid;
