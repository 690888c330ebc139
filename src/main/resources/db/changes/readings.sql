--liquibase formatted sql

-- Times are microseconds since 1970-01-01T00:00:00Z. Concentrations are ppmv, null for NaN.

--changeset leakdetection:reading-corrections
create table reading_corrections (
  id integer primary key autoincrement,
  time_series_data_id integer not null references time_series_data (id) on delete cascade,
  sensor_id integer not null references sensors (id) on delete cascade,
  timestamp integer not null,
  before real,
  quality_before text not null,
  after real,
  quality text not null,
  corrected_at integer not null
);
create index reading_corrections_by_time on reading_corrections (sensor_id, timestamp, id);
create index reading_corrections_by_reading on reading_corrections (time_series_data_id);

--changeset leakdetection:reading-rules
-- What was set for the readings of a sensor; without a row the standard value holds.
create table reading_rules (
  sensor_id integer not null references sensors (id) on delete cascade,
  name text not null,
  value real not null,
  primary key (sensor_id, name)
) without rowid;

--changeset leakdetection:late-stretches
-- What has to be judged again: readings that came late or were corrected, from the first to the last.
create table late_stretches (
  sensor_id integer primary key references sensors (id) on delete cascade,
  begins integer not null,
  ends integer not null
);

--changeset leakdetection:reading-gaps
-- Nothing came between two readings for longer than the sensor may be silent.
create table reading_gaps (
  sensor_id integer not null references sensors (id) on delete cascade,
  begins integer not null,
  ends integer not null,
  primary key (sensor_id, begins)
) without rowid;

--changeset leakdetection:judged-intervals
-- Of a detection that judges the mean of an interval: the mean, the largest value, the number of
-- readings; all null where a single reading was judged. judged_late: after its turn was over.
alter table anomaly_detections add column mean_ppmv real;
alter table anomaly_detections add column largest_ppmv real;
alter table anomaly_detections add column readings integer;
alter table anomaly_detections add column judged_late integer not null default 0;

--changeset leakdetection:sensor-faults
alter table sensor_events add column fault text;
alter table sensor_events add column judged_late integer not null default 0;

--changeset leakdetection:late-judgings
-- What of late_stretches is being judged. What comes late meanwhile waits there; after a crash this is judged again.
create table late_judgings (
  sensor_id integer primary key references sensors (id) on delete cascade,
  begins integer not null,
  ends integer not null
);
