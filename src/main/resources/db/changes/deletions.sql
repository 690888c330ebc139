--liquibase formatted sql

--changeset leakdetection:deletions
-- What was deleted and can be brought back for a while: each row as a JSON array of its columns' values.
create table deletions (
  id integer primary key autoincrement,
  table_name text not null,
  record_id integer not null,
  label text not null,
  row_count integer not null,
  deleted_at integer not null
);
create table deleted_rows (
  deletion_id integer not null references deletions (id) on delete cascade,
  position integer not null,
  table_name text not null,
  columns text not null,
  record_id integer,
  row text not null,
  primary key (deletion_id, position)
) without rowid;
