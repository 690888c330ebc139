--liquibase formatted sql

-- Times are microseconds since 1970-01-01T00:00:00Z.

--changeset leakdetection:history-rollups
-- What a day or an hour of readings (kind READINGS, ppmv) or detections (DETECTIONS, percent) held; of hours only those
-- of days with many values. outdated: something came late, so the values themselves have to be looked at.
create table history_rollups (
  kind text not null,
  sensor_id integer not null references sensors (id) on delete cascade,
  seconds integer not null,
  begins integer not null,
  usable integer not null,
  unusable integer not null,
  sum real,
  least real, least_at integer, least_mark text,
  largest real, largest_at integer, largest_mark text,
  outdated integer not null default 0,
  primary key (kind, sensor_id, seconds, begins)
) without rowid;
create index outdated_rollups on history_rollups (kind, sensor_id, begins) where outdated = 1;

--changeset leakdetection:history-edges
-- How far a history was rolled up, exclusive, and from when on its values are kept.
create table history_edges (
  kind text not null,
  sensor_id integer not null references sensors (id) on delete cascade,
  rolled_to integer not null,
  kept_from integer,
  primary key (kind, sensor_id)
) without rowid;
