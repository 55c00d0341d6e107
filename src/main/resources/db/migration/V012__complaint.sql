CREATE TABLE complaint (
    id                uuid PRIMARY KEY,
    tracking_number   text        NOT NULL UNIQUE,
    version           integer     NOT NULL,
    channel           text        NOT NULL CHECK (channel IN ('APP', 'EMERGENCY', 'DEMO')),
    received_at       timestamptz NOT NULL,
    -- Digest of what was sent, so that the same id with another content is told from a repeated sending.
    body_digest       bytea CHECK (length(body_digest) = 32),
    -- SHA-256 of the reporter's secret: the secret itself is stored nowhere.
    follow_digest     bytea       UNIQUE CHECK (length(follow_digest) = 32),
    -- The complaint of which this is the part of one agency. Nobody sent it, so that it has neither content nor secret of its own.
    part_of           uuid REFERENCES complaint,

    -- Pengaduan, aspirasi, permintaan informasi. An emergency is a complaint.
    kind              text        NOT NULL CHECK (kind IN ('COMPLAINT', 'ASPIRATION', 'INFORMATION')),
    agency            text        NOT NULL,
    category          text        NOT NULL,
    emergency         boolean     NOT NULL,
    description       text        NOT NULL CHECK (char_length(description) BETWEEN 1 AND 5000),

    position          point,                    -- x = longitude, y = latitude, WGS 84
    accuracy_m        real CHECK (accuracy_m >= 0),
    position_source   text        NOT NULL CHECK (position_source IN ('GPS', 'PIN', 'AREA', 'NONE')),
    address           text CHECK (char_length(address) <= 300),
    kelurahan         text,

    anonymous         boolean     NOT NULL,
    confidential      boolean     NOT NULL,

    validation        text        NOT NULL CHECK (validation IN ('PENDING', 'VALID', 'INVALID', 'MERGED', 'RECALLED')),
    dismissal_reason  text,
    merged_into       uuid REFERENCES complaint,
    appealed          boolean     NOT NULL,

    progress          text        NOT NULL CHECK (progress IN ('NOT_STARTED', 'IN_PROGRESS', 'DONE')),
    outcome           text CHECK (outcome IN ('RESOLVED', 'ANSWERED', 'DECLINED')),
    validated_at      timestamptz,
    started_at        timestamptz,
    finished_at       timestamptz,
    contestable_until timestamptz,
    -- By the reporter, with stars; without them by silence.
    confirmed_at      timestamptz,
    stars             smallint CHECK (stars BETWEEN 1 AND 5),
    -- Since when the agency waits for an answer of the reporter.
    asked_at          timestamptz,
    promised_by       timestamptz,
    -- A completion that waits for approval, and whose it is. For staff alone: no view of the public has it.
    proposed_at       timestamptz,
    proposed_by       uuid,
    proposed_outcome  text CHECK (proposed_outcome IN ('RESOLVED', 'ANSWERED', 'DECLINED')),
    proposed_words    text CHECK (char_length(proposed_words) BETWEEN 1 AND 2000),
    -- Agencies that gave it away, and since when the administrator is asked whose it is.
    given_by          text[]      NOT NULL DEFAULT '{}',
    disputed_at       timestamptz,
    -- Since when the public may see it; empty means hidden. The wall is this column, and the checks below hold it up.
    published_at      timestamptz,
    updated_at        timestamptz NOT NULL,

    CHECK (kind = 'COMPLAINT' OR NOT emergency),
    CHECK (published_at IS NULL OR (validation = 'VALID' AND NOT confidential)),
    -- A part never stands in public by itself, and waits for nobody's judgement.
    CHECK (part_of IS NULL OR (published_at IS NULL AND validation IN ('VALID', 'RECALLED'))),
    CHECK (part_of IS NOT NULL OR validation <> 'RECALLED'),
    CHECK ((part_of IS NULL) = (body_digest IS NOT NULL)),
    CHECK ((part_of IS NULL) = (follow_digest IS NOT NULL)),
    CHECK ((validation = 'INVALID') = (dismissal_reason IS NOT NULL)),
    CHECK ((validation = 'MERGED') = (merged_into IS NOT NULL)),
    CHECK ((progress = 'DONE') = (outcome IS NOT NULL)),
    CHECK ((progress = 'DONE') = (finished_at IS NOT NULL)),
    CHECK (stars IS NULL OR confirmed_at IS NOT NULL),
    CHECK (confirmed_at IS NULL OR progress = 'DONE'),
    CHECK (asked_at IS NULL OR progress <> 'DONE'),
    CHECK (disputed_at IS NULL OR progress <> 'DONE'),
    CHECK (num_nulls(proposed_at, proposed_by, proposed_outcome, proposed_words) IN (0, 4)),
    CHECK (proposed_at IS NULL OR (progress = 'IN_PROGRESS' AND asked_at IS NULL)),
    CHECK ((position IS NULL) = (position_source IN ('NONE', 'AREA')))
);
-- The public list, newest first, and its counts. This index and the next hold what the filters ask for and repeat the
-- condition of public_complaint, so that counts and the map of the whole city are read from them without the table.
CREATE INDEX complaint_published ON complaint (published_at DESC, id DESC)
    INCLUDE (kind, agency, category, progress, kelurahan)
    WHERE published_at IS NOT NULL AND validation = 'VALID' AND NOT confidential;
-- The map window.
CREATE INDEX complaint_published_position ON complaint USING gist (position)
    INCLUDE (kind, agency, category, progress, kelurahan, published_at, id, tracking_number)
    WHERE published_at IS NOT NULL AND validation = 'VALID' AND NOT confidential;
-- The administrator's queue, oldest first, emergencies before all.
CREATE INDEX complaint_pending ON complaint (emergency DESC, received_at, id) WHERE validation = 'PENDING';
-- What was decided last.
CREATE INDEX complaint_validated ON complaint (validated_at DESC) WHERE validated_at IS NOT NULL;
-- What was put right of late, for everybody's first screen.
CREATE INDEX complaint_solved ON complaint (finished_at DESC)
    WHERE progress = 'DONE' AND outcome = 'RESOLVED'
      AND published_at IS NOT NULL AND validation = 'VALID' AND NOT confidential;
-- The words of public complaints, stemmed in Indonesian.
CREATE INDEX complaint_published_words ON complaint USING gin (to_tsvector('indonesian', description))
    WHERE published_at IS NOT NULL;
-- What agencies disagree about, the oldest first.
CREATE INDEX complaint_disputed ON complaint (disputed_at) WHERE disputed_at IS NOT NULL;
-- The parts of a complaint.
CREATE INDEX complaint_parts ON complaint (part_of) WHERE part_of IS NOT NULL;
-- What waits for approval.
CREATE INDEX complaint_proposed ON complaint (agency, proposed_at) WHERE proposed_at IS NOT NULL;
-- The operator's board, most urgent first.
CREATE INDEX complaint_board ON complaint (agency, progress, emergency DESC, promised_by, id);
-- The operator's table of all that is open, most urgent first; no two columns of it run in opposite directions, so that a
-- page can begin after any row.
CREATE INDEX complaint_open ON complaint (agency, (NOT emergency), promised_by, id) WHERE progress <> 'DONE';
-- The operator's last column, latest first.
CREATE INDEX complaint_done ON complaint (agency, finished_at DESC) WHERE progress = 'DONE';

-- What is done and neither confirmed nor contested, so that silence can be taken for consent in time.
CREATE INDEX complaint_silent ON complaint (contestable_until)
    WHERE progress = 'DONE' AND confirmed_at IS NULL AND validation = 'VALID';

-- What the public may read, and the only relation that public pages read. No name, contact, address or secret passes here.
CREATE VIEW public_complaint AS
SELECT id, tracking_number, kind, agency, category, emergency, description, position, kelurahan,
       left(kelurahan, 8) AS kecamatan, progress, outcome, received_at, validated_at, started_at, finished_at, confirmed_at,
       promised_by, published_at, updated_at
FROM complaint
WHERE published_at IS NOT NULL AND validation = 'VALID' AND NOT confidential;

-- Who works on a public complaint beside its agency, and how far they are. No number: a part has no page of its own.
CREATE VIEW public_part AS
SELECT part.id, part.part_of, part.agency, part.progress, part.outcome, part.received_at, part.started_at, part.finished_at,
       part.promised_by
FROM complaint part JOIN public_complaint whole ON whole.id = part.part_of
WHERE part.validation = 'VALID';

-- What the operators of an agency may read: what is theirs to handle. Emergencies do not wait for validation.
CREATE VIEW agency_complaint AS
SELECT id, tracking_number, version, kind, agency, category, emergency, description, position, accuracy_m, position_source,
       address, kelurahan, left(kelurahan, 8) AS kecamatan, anonymous, confidential, validation, progress, outcome, received_at,
       validated_at, started_at, finished_at, contestable_until, confirmed_at, stars, asked_at, promised_by,
       proposed_at, proposed_by, published_at, updated_at,
       -- Of a part: the number of what it is a part of.
       (SELECT whole.tracking_number FROM complaint whole WHERE whole.id = complaint.part_of) AS whole_number
FROM complaint
WHERE validation = 'VALID' OR (emergency AND validation = 'PENDING');

-- Devices that support a complaint, each once. The digest is of a random cookie; the count is public where the complaint is.
CREATE TABLE complaint_support (
    complaint_id     uuid        NOT NULL REFERENCES complaint ON DELETE CASCADE,
    supporter_digest bytea       NOT NULL CHECK (length(supporter_digest) = 32),
    at               timestamptz NOT NULL,
    PRIMARY KEY (complaint_id, supporter_digest)
);
-- What a device supports, the latest first.
CREATE INDEX complaint_support_device ON complaint_support (supporter_digest, at DESC);

-- How many devices of one address may still begin to support. Columns as Bucket4j wants them.
CREATE TABLE support_limit (
    id         text PRIMARY KEY,
    state      bytea,
    expires_at bigint
);
CREATE INDEX support_limit_expiry ON support_limit (expires_at);

-- The key from which reporters' secrets are derived; one row, made at the first filing.
CREATE TABLE follow_key (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    key      bytea NOT NULL CHECK (length(key) = 32)
);
