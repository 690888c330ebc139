--liquibase formatted sql

--changeset leakdetection:template-environments
-- Currents, waves and candidate leaks as they were sent: the text itself.
create table template_environments (
  id integer primary key autoincrement,
  template_id integer not null references templates (id) on delete cascade,
  kind text not null,
  csv text not null,
  uploaded_at integer not null,
  unique (template_id, kind)
);

--changeset leakdetection:template-plume-conditions
-- m, degC, m, m3/m3, minutes; null as usual.
alter table templates add column water_depth real;
alter table templates add column water_temperature real;
alter table templates add column hole_diameter real;
alter table templates add column gas_to_oil_ratio real;
alter table templates add column sensor_time_constant real;
