--liquibase formatted sql

--changeset leakdetection:estimations
create table estimations (
  id integer primary key autoincrement,
  sensor_id integer not null references sensors (id) on delete cascade,
  detection_id integer,
  result text not null,
  window_from integer not null,
  window_to integer not null,
  no_leak real not null,
  external_cause real not null,
  unexplained real not null,
  goodness_of_fit real,
  estimator text not null,
  model text not null,
  notes text not null,
  made_at integer not null
);
create index estimations_by_sensor on estimations (sensor_id, id);

--changeset leakdetection:estimation-candidates
-- Rates are kg/s, null when the point is out of reach of all sensors.
create table estimation_candidates (
  estimation_id integer not null references estimations (id) on delete cascade,
  position integer not null,
  name text not null,
  probability real not null,
  rate real,
  rate_low real,
  rate_high real,
  primary key (estimation_id, position)
);
