--liquibase formatted sql

--changeset leakdetection:procedures
create table procedures (
  id integer primary key autoincrement,
  sensor_id integer not null references sensors (id) on delete cascade,
  began_at integer not null,
  ended_at integer,
  outcome text not null,
  ppmv blob
);
create index procedures_by_sensor on procedures (sensor_id, id);

--changeset leakdetection:event-feedback
create table event_feedback (
  id integer primary key autoincrement,
  event_id integer not null references sensor_events (id) on delete cascade,
  sensor_id integer not null references sensors (id) on delete cascade,
  verdict text not null,
  comment text not null,
  given_at integer not null,
  normal_from integer,
  normal_to integer,
  baseline_version integer,
  undone integer not null
);
create index event_feedback_by_event on event_feedback (event_id, id);
create index event_feedback_by_sensor on event_feedback (sensor_id, normal_from);
