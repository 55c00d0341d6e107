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

-- Photos that a phone sent ahead of its complaint, each on its own; gone once the complaint is filed, or after days. Unlogged
-- like the above: the phone has them until its complaint is filed, and sends again what is missing.
CREATE UNLOGGED TABLE intake_upload (
    complaint uuid        NOT NULL,     -- the client's id of the complaint that is to come
    sha256    bytea       NOT NULL CHECK (length(sha256) = 32),
    source    text        NOT NULL CHECK (source IN ('CAMERA', 'GALLERY', 'UNKNOWN')),
    length    bigint      NOT NULL,
    bytes     bytea       NOT NULL,
    kept_at   timestamptz NOT NULL,
    PRIMARY KEY (complaint, sha256)
);
ALTER TABLE intake_upload ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE INDEX intake_upload_kept_at ON intake_upload (kept_at) INCLUDE (length);

-- How many complaints an address may still file now, and how many photos send; the columns are Bucket4j's.
CREATE UNLOGGED TABLE intake_limit (
    id         text PRIMARY KEY,
    state      bytea,
    expires_at bigint
);
