--liquibase formatted sql

-- Times are microseconds since 1970-01-01T00:00:00Z. Concentrations are ppmv.

--changeset leakdetection:templates
create table templates (
  id integer primary key autoincrement,
  field_id integer not null check (field_id between 1 and 4),
  name text not null,
  angle_from_north real not null,
  height real,
  z_roof real,
  internal_volume real,
  length real,
  width real,
  porosity_fore real, porosity_aft real, porosity_port real, porosity_starboard real,
  wall_area_fore real, wall_area_aft real, wall_area_port real, wall_area_starboard real,
  inclination_fore real, inclination_aft real, inclination_port real, inclination_starboard real,
  currents_path text,
  waves_path text,
  simulated_leaks_path text,
  unique (field_id, name)
);

--changeset leakdetection:sensors
create table sensors (
  id integer primary key autoincrement,
  template_id integer not null references templates (id),
  name text not null unique,
  x real not null,
  y real not null,
  z real not null
);
create index sensors_by_template on sensors (template_id, id);

--changeset leakdetection:sensor-configurations
create table sensor_configurations (
  id integer primary key autoincrement,
  sensor_id integer not null unique references sensors (id) on delete cascade,
  pinned integer not null default 0,
  interactive_feedback_mode integer not null default 0,
  last_baseline_selection_timestamp integer,
  last_baseline_augmentation_timestamp integer,
  detector_id text
);

--changeset leakdetection:detector-settings
create table detector_settings (
  sensor_configuration_id integer not null references sensor_configurations (id) on delete cascade,
  name text not null,
  value real not null,
  primary key (sensor_configuration_id, name)
);

--changeset leakdetection:time-series-data
-- ppmv is null for NaN, which SQLite cannot hold.
create table time_series_data (
  id integer primary key,
  sensor_id integer not null references sensors (id) on delete cascade,
  timestamp integer not null,
  ppmv real,
  quality text not null,
  unique (sensor_id, timestamp)
);

--changeset leakdetection:feed-positions
create table feed_positions (
  sensor_id integer primary key references sensors (id) on delete cascade,
  source text not null,
  line integer not null
);

--changeset leakdetection:anomaly-detections
-- score is null where the detector could not judge.
create table anomaly_detections (
  id integer primary key,
  time_series_data_id integer not null unique references time_series_data (id) on delete cascade,
  sensor_id integer not null references sensors (id) on delete cascade,
  timestamp integer not null,
  value text not null,
  score real,
  detector_id text not null,
  interactive_feedback_mode integer not null default 0
);
create index anomaly_detections_by_time on anomaly_detections (sensor_id, timestamp);

--changeset leakdetection:detector-snapshots
create table detector_snapshots (
  sensor_id integer primary key references sensors (id) on delete cascade,
  fingerprint text not null,
  detector_id text not null,
  state_version integer not null,
  as_of integer not null,
  state blob not null
);

--changeset leakdetection:baselines
create table baselines (
  id integer primary key autoincrement,
  name text not null,
  bank integer not null,
  interval_seconds integer not null,
  ppmv blob not null,
  mean real not null,
  variance real not null,
  fingerprint text not null unique,
  provenance text not null,
  created_at integer not null
);

--changeset leakdetection:baseline-versions
create table baseline_versions (
  id integer primary key autoincrement,
  sensor_id integer not null references sensors (id) on delete cascade,
  role text not null,
  version integer not null,
  baseline_id integer not null references baselines (id),
  reason text not null,
  since integer not null,
  unique (sensor_id, role, version)
);

--changeset leakdetection:sensor-events
create table sensor_events (
  id integer primary key autoincrement,
  sensor_id integer not null references sensors (id) on delete cascade,
  type text not null,
  timestamp integer not null,
  detection_id integer
);
create index sensor_events_by_sensor on sensor_events (sensor_id, id);

--changeset leakdetection:system-events
create table system_events (
  id integer primary key autoincrement,
  type text not null,
  message text not null,
  timestamp integer not null,
  sensor_id integer
);
