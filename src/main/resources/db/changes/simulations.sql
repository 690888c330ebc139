--liquibase formatted sql

--changeset leakdetection:estimation-provenance
-- What an estimation was made with: lines of a name, a tab and a value.
alter table estimations add column provenance text not null default '';

--changeset leakdetection:simulation-detections
-- What a candidate's leak would have brought to a sensor: ppmv above its background, comma-separated, equally spaced.
create table simulation_detections (
  id integer primary key autoincrement,
  estimation_id integer not null references estimations (id) on delete cascade,
  sensor_id integer not null references sensors (id) on delete cascade,
  leak text not null,
  rate real not null,
  begins_at integer not null,
  interval_seconds integer not null,
  ppmv text not null
);
create index simulation_detections_by_estimation on simulation_detections (estimation_id, id);
create index simulation_detections_by_sensor on simulation_detections (sensor_id);
