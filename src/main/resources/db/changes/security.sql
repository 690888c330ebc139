--liquibase formatted sql

--changeset leakdetection:users
create table users (
  id integer primary key autoincrement,
  name text not null,
  role text not null,
  -- Salted PBKDF2; null for users of an identity provider.
  password_hash text,
  -- Issuer and subject at the identity provider; null for users with a password.
  subject text,
  enabled integer not null,
  password_expired integer not null,
  created_at integer not null
);
create unique index users_by_name on users (lower(name));
create unique index users_by_subject on users (subject) where subject is not null;

--changeset leakdetection:api-tokens
create table api_tokens (
  id integer primary key autoincrement,
  user_id integer not null references users (id),
  name text not null,
  -- SHA-256 of the token, hexadecimal.
  token_hash text not null unique,
  scopes text not null,
  created_at integer not null,
  expires_at integer not null,
  last_used_at integer,
  revoked_at integer
);

--changeset leakdetection:audit splitStatements:false
-- Append only: the triggers refuse everything else, and each hash ties an entry to all before it.
create table audit_entries (
  id integer primary key,
  at integer not null,
  actor text not null,
  proof text not null,
  address text not null,
  action text not null,
  thing text not null,
  thing_id text not null,
  before text not null,
  after text not null,
  hash text not null
);
create index audit_entries_by_time on audit_entries (at);
create trigger audit_entries_stay before update on audit_entries begin
  select raise(abort, 'The audit log is append-only.');
end;
create trigger audit_entries_remain before delete on audit_entries begin
  select raise(abort, 'The audit log is append-only.');
end;

--changeset leakdetection:audit-changes
-- While a person's change is written, the row of audit_watch says so and triggers note here what it does.
create table audit_watch (
  watching integer not null
);
insert into audit_watch (watching) values (0);
create table audit_changes (
  thing text not null,
  thing_id text not null,
  before text,
  after text
);

--changeset leakdetection:audit-by-time
-- Of several statements that are not split the driver ran the first only: the rest of the audit log, one by one.
create index if not exists audit_entries_by_time on audit_entries (at);

--changeset leakdetection:audit-stays splitStatements:false
create trigger if not exists audit_entries_stay before update on audit_entries begin
  select raise(abort, 'The audit log is append-only.');
end;

--changeset leakdetection:audit-remains splitStatements:false
create trigger if not exists audit_entries_remain before delete on audit_entries begin
  select raise(abort, 'The audit log is append-only.');
end;
