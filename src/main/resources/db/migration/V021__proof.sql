-- What is kept of a picture to know it again when somebody shows it a second time. A picture with nothing to see has no print.
CREATE TABLE photo_print (
    photo_id uuid  PRIMARY KEY REFERENCES photo ON DELETE CASCADE,
    -- Brightness in 32 by 32 pixels, which decides.
    grey     bytea NOT NULL CHECK (length(grey) = 1024)
);
-- Hashes that choose whom to compare: part 0 of the whole picture, the others of cut-outs.
CREATE TABLE photo_hash (
    photo_id uuid     NOT NULL REFERENCES photo ON DELETE CASCADE,
    part     smallint NOT NULL,
    hash     bigint   NOT NULL,
    PRIMARY KEY (photo_id, part)
);
-- One index for each 16 bits. They hold all that is asked for, so that the table is not read.
CREATE INDEX photo_hash_band_0 ON photo_hash ((hash & 65535)) INCLUDE (hash, photo_id);
CREATE INDEX photo_hash_band_1 ON photo_hash ((hash >> 16 & 65535)) INCLUDE (hash, photo_id);
CREATE INDEX photo_hash_band_2 ON photo_hash ((hash >> 32 & 65535)) INCLUDE (hash, photo_id);
CREATE INDEX photo_hash_band_3 ON photo_hash ((hash >> 48 & 65535)) INCLUDE (hash, photo_id);

-- The very same file.
CREATE INDEX photo_sha256 ON photo (sha256);

-- What was found in a proof when it came. at is when the other photo arrived, or when this one was taken.
CREATE TABLE photo_finding (
    photo_id        uuid             NOT NULL REFERENCES photo ON DELETE CASCADE,
    ordinal         smallint         NOT NULL,
    code            text             NOT NULL CHECK (code IN ('SAME_FILE', 'SAME_PICTURE', 'OLD', 'AHEAD', 'FAR',
                                                              'NO_CAPTURE_DATA', 'GALLERY', 'NO_TIME', 'NO_PLACE')),
    other_complaint uuid,
    at              timestamptz,
    metres          double precision,
    PRIMARY KEY (photo_id, ordinal),
    CHECK ((code IN ('SAME_FILE', 'SAME_PICTURE')) = (other_complaint IS NOT NULL)),
    CHECK ((code = 'FAR') = (metres IS NOT NULL))
);
