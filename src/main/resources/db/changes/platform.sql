--liquibase formatted sql

--changeset platform:1
-- The row that the readiness probe writes. Times are microseconds since 1970-01-01T00:00:00Z, UTC.
CREATE TABLE write_probe (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  written_at BIGINT NOT NULL
);
INSERT INTO write_probe (id, written_at) VALUES (1, 0);
