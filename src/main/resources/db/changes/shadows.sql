--liquibase formatted sql

--changeset leakdetection:shadow-detectors
create table shadow_detectors (
  id integer primary key autoincrement,
  sensor_id integer not null references sensors (id) on delete cascade,
  detector_id text not null,
  unique (sensor_id, detector_id)
);

--changeset leakdetection:shadow-settings
create table shadow_settings (
  shadow_detector_id integer not null references shadow_detectors (id) on delete cascade,
  name text not null,
  value real not null,
  primary key (shadow_detector_id, name)
);

--changeset leakdetection:shadow-scores
-- score is null where the detector could not judge.
create table shadow_scores (
  sensor_id integer not null references sensors (id) on delete cascade,
  detector_id text not null,
  timestamp integer not null,
  score real,
  primary key (sensor_id, detector_id, timestamp)
) without rowid;

--changeset leakdetection:shadow-snapshots
create table shadow_snapshots (
  sensor_id integer not null references sensors (id) on delete cascade,
  detector_id text not null,
  fingerprint text not null,
  state_version integer not null,
  as_of integer not null,
  state blob not null,
  primary key (sensor_id, detector_id)
);
