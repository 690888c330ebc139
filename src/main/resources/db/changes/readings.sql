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
