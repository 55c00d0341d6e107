-- Photos of complaints. The files lie in the photo store under their SHA-256; a row says to which complaint they belong.
-- complaint_id has no foreign key: the table complaint belongs to another module, which this one does not know.
CREATE TABLE photo (
    id               uuid        PRIMARY KEY,
    complaint_id     uuid        NOT NULL,
    role             text        NOT NULL CHECK (role IN ('REPORT', 'COMPLETION', 'DETAIL', 'ANSWER', 'CONTEST', 'PROOF')),
    ordinal          smallint    NOT NULL CHECK (ordinal >= 0),
    source           text        NOT NULL CHECK (source IN ('CAMERA', 'GALLERY', 'UNKNOWN')),

    -- The original, kept byte for byte and never public. Width and height are those of the picture upright.
    sha256           bytea       NOT NULL CHECK (length(sha256) = 32),
    media_type       text        NOT NULL,
    bytes            bigint      NOT NULL CHECK (bytes > 0),
    width            integer     NOT NULL CHECK (width > 0),
    height           integer     NOT NULL CHECK (height > 0),

    -- What the file says of its taking. taken_position is (longitude, latitude), as x and y; the direction is where the
    -- camera looked, clockwise from north.
    taken_at         timestamptz,
    zone_assumed     boolean     NOT NULL,
    taken_position   point,
    accuracy_metres  double precision,
    direction_degrees double precision,
    orientation      smallint    NOT NULL CHECK (orientation BETWEEN 1 AND 8),

    -- On a slow line a reduced copy comes first: its digest, here and after the full file has taken its place; of a DETAIL,
    -- the digest of the copy whose full file it is.
    reduced_sha256   bytea                CHECK (length(reduced_sha256) = 32),

    -- The two pictures made of it. The public sees those of a REPORT and a COMPLETION, and of no other.
    large_sha256     bytea       NOT NULL CHECK (length(large_sha256) = 32),
    thumbnail_sha256 bytea       NOT NULL CHECK (length(thumbnail_sha256) = 32),

    received_at      timestamptz NOT NULL,
    CHECK (role <> 'DETAIL' OR reduced_sha256 IS NOT NULL)
);

CREATE INDEX photo_complaint ON photo (complaint_id);
-- A full file that is sent twice is kept once.
CREATE UNIQUE INDEX photo_detail ON photo (complaint_id, reduced_sha256) WHERE role = 'DETAIL';
