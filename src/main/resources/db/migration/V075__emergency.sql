-- A call for help, beside the complaint as which it was filed. Whose it is, what it is about and whether it may be seen
-- stands there.
CREATE TABLE emergency_call (
    complaint_id  uuid        PRIMARY KEY REFERENCES complaint,
    state         text        NOT NULL CHECK (state IN ('RECEIVED', 'SEEN', 'DISPATCHED', 'ON_SCENE', 'CLOSED')),
    -- When the person pressed, as far as the phone says; earlier than the receipt where there was no line.
    pressed_at    timestamptz NOT NULL,
    received_at   timestamptz NOT NULL,
    -- Digest of a random cookie: tells that the same device calls again.
    device_digest bytea       NOT NULL CHECK (length(device_digest) = 32),
    -- How often the same device called again meanwhile.
    again         integer     NOT NULL DEFAULT 0,

    -- Whether the person has said what it is; until then the complaint's category is only the agency's first.
    told          boolean     NOT NULL DEFAULT false,
    words         text CHECK (char_length(words) BETWEEN 1 AND 2000),

    -- Where the person is now; x = longitude, y = latitude, WGS 84. The complaint keeps where the call began.
    position      point,
    accuracy_m    real CHECK (accuracy_m >= 0),
    position_at   timestamptz,

    -- How often it has grown louder, and when it does next; every city's interval, so that another agency starts anew.
    level         integer     NOT NULL DEFAULT 0,
    next_level_at timestamptz,
    seen_within   interval    NOT NULL,

    -- Calls of one line of the internet that are many have the same; drawn by lot, and no trace of the line.
    crowd         uuid,

    seen_at       timestamptz,
    seen_by       uuid,
    dispatched_at timestamptz,
    unit          text CHECK (char_length(unit) BETWEEN 1 AND 120),
    on_scene_at   timestamptz,
    closed_at     timestamptz,
    -- How it ended, in the operator's words; empty where the complaint itself was turned down.
    closing       text CHECK (char_length(closing) BETWEEN 1 AND 2000),
    false_alarm   boolean     NOT NULL DEFAULT false,

    CHECK ((position IS NULL) = (position_at IS NULL)),
    CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL)),
    CHECK ((seen_at IS NULL) = (seen_by IS NULL)),
    CHECK (state NOT IN ('SEEN', 'DISPATCHED', 'ON_SCENE') OR seen_at IS NOT NULL),
    CHECK (state NOT IN ('DISPATCHED', 'ON_SCENE') OR dispatched_at IS NOT NULL),
    CHECK (state <> 'ON_SCENE' OR on_scene_at IS NOT NULL)
);
-- What is open, the oldest first.
CREATE INDEX emergency_call_open ON emergency_call (received_at) WHERE state <> 'CLOSED';
-- What nobody has seen yet, by when it grows louder.
CREATE INDEX emergency_call_unseen ON emergency_call (next_level_at) WHERE state = 'RECEIVED';
-- What ended last.
CREATE INDEX emergency_call_closed ON emergency_call (closed_at DESC) WHERE state = 'CLOSED';
-- All calls of a device.
CREATE INDEX emergency_call_device ON emergency_call (device_digest, received_at DESC);
-- What of a crowd nobody has seen yet.
CREATE INDEX emergency_call_crowd ON emergency_call (crowd) WHERE crowd IS NOT NULL AND state = 'RECEIVED';

-- Somebody else on the same line, near to a call that nobody had seen yet; rings with that one until its caller says more.
CREATE TABLE emergency_joined (
    id            uuid        PRIMARY KEY,
    complaint_id  uuid        NOT NULL REFERENCES emergency_call ON DELETE CASCADE,
    body_digest   bytea       NOT NULL CHECK (length(body_digest) = 32),
    device_digest bytea       NOT NULL CHECK (length(device_digest) = 32),
    -- Digest of the secret in the address of its caller's page.
    secret_digest bytea       NOT NULL UNIQUE CHECK (length(secret_digest) = 32),
    at            timestamptz NOT NULL,
    -- Where its caller is; x = longitude, y = latitude, WGS 84.
    position      point       NOT NULL,
    accuracy_m    real CHECK (accuracy_m >= 0)
);
CREATE INDEX emergency_joined_call ON emergency_joined (complaint_id, at);
CREATE INDEX emergency_joined_device ON emergency_joined (device_digest, at DESC);

-- From which line of the internet a call came, as a keyed digest, for as long as calls are compared by it: minutes.
CREATE TABLE emergency_line (
    -- Of a call, or of one that joined it.
    id        uuid        PRIMARY KEY,
    line      bytea       NOT NULL CHECK (length(line) = 32),
    called_at timestamptz NOT NULL
);
CREATE INDEX emergency_line_calls ON emergency_line (line, called_at);
CREATE INDEX emergency_line_old ON emergency_line (called_at);

-- The key of this installation for those digests; made once.
CREATE TABLE emergency_line_key (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    key      bytea NOT NULL CHECK (length(key) = 32)
);

-- Another agency has not seen it yet; a complaint that was turned down, or is no emergency, calls nobody any more.
CREATE FUNCTION emergency_call_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT NEW.emergency OR NEW.validation IN ('INVALID', 'MERGED') THEN
        UPDATE emergency_call SET state = 'CLOSED', closed_at = NEW.updated_at
        WHERE complaint_id = NEW.id AND state <> 'CLOSED';
    ELSIF NEW.agency <> OLD.agency THEN
        UPDATE emergency_call
        SET state = 'RECEIVED', seen_at = NULL, seen_by = NULL, dispatched_at = NULL, unit = NULL, on_scene_at = NULL,
            level = 0, next_level_at = NEW.updated_at + seen_within, crowd = NULL
        WHERE complaint_id = NEW.id AND state <> 'CLOSED';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER complaint_call_follows AFTER UPDATE OF agency, emergency, validation ON complaint
    FOR EACH ROW WHEN (OLD.agency <> NEW.agency OR OLD.emergency <> NEW.emergency OR OLD.validation <> NEW.validation)
    EXECUTE FUNCTION emergency_call_follows();

-- Who is on duty at an agency, and how to call them.
CREATE TABLE duty (
    id        uuid        PRIMARY KEY,
    agency    text        NOT NULL,
    name      text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    telephone text        NOT NULL CHECK (telephone ~ '^\+?[0-9]{3,15}$'),
    email     text CHECK (char_length(email) <= 254),
    -- Leads the duty, and is called after the others.
    lead      boolean     NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL,
    CHECK (starts_at < ends_at)
);
CREATE INDEX duty_ending ON duty (agency, ends_at);

-- Short messages and letters to people on duty about a call that nobody has seen.
CREATE TABLE emergency_summons (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    complaint_id uuid        NOT NULL REFERENCES emergency_call ON DELETE CASCADE,
    channel      text        NOT NULL CHECK (channel IN ('SMS', 'EMAIL')),
    address      text        NOT NULL CHECK (char_length(address) <= 254),
    tries        integer     NOT NULL DEFAULT 0,
    -- Empty once it was sent, or can't be.
    next_try_at  timestamptz
);
CREATE INDEX emergency_summons_next ON emergency_summons (next_try_at, id) WHERE next_try_at IS NOT NULL;
