-- Photos of a form that came back with a question, so that nobody has to choose them twice; gone after hours. Unlogged:
-- they are only waiting, a crash may lose them, and megabytes of photos stay out of the write-ahead log.
CREATE UNLOGGED TABLE intake_photo (
    form      uuid        NOT NULL,     -- the client's id of the complaint that is being written
    ordinal   integer     NOT NULL,
    source    text        NOT NULL CHECK (source IN ('CAMERA', 'GALLERY', 'UNKNOWN')),
    file_name text        NOT NULL,
    sha256    bytea       NOT NULL CHECK (length(sha256) = 32),
    bytes     bytea       NOT NULL,
    kept_at   timestamptz NOT NULL,
    PRIMARY KEY (form, ordinal)
);
ALTER TABLE intake_photo ALTER COLUMN bytes SET STORAGE EXTERNAL; -- photos do not shrink any further
CREATE INDEX intake_photo_kept_at ON intake_photo (kept_at);

-- How many complaints an address may still file now; the columns are Bucket4j's.
CREATE UNLOGGED TABLE intake_limit (
    id         text PRIMARY KEY,
    state      bytea,
    expires_at bigint
);
