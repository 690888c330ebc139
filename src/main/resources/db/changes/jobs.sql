--liquibase formatted sql

--changeset leakdetection:jobs
create table jobs (
  id integer primary key autoincrement,
  kind text not null,
  sensor_id integer references sensors (id) on delete cascade,
  dry_run integer not null,
  state text not null,
  progress real not null,
  summary text not null,
  created_at integer not null,
  ended_at integer
);
create index jobs_by_sensor on jobs (sensor_id, kind, id);

--changeset leakdetection:open-jobs
create index open_jobs on jobs (state) where state in ('QUEUED', 'RUNNING');

--changeset leakdetection:job-figures
create table job_figures (
  job_id integer not null references jobs (id) on delete cascade,
  name text not null,
  value text not null,
  primary key (job_id, name)
);

--changeset leakdetection:baselines-tended-to
alter table sensor_configurations add column baseline_selected_to integer;
alter table sensor_configurations add column baseline_augmented_to integer;

--changeset leakdetection:backtest-results
create table backtest_results (
  job_id integer primary key references jobs (id) on delete cascade,
  json text not null,
  csv text not null
);
