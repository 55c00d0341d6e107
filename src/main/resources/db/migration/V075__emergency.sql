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

-- Another agency has not seen it yet; a complaint that was turned down, or is no emergency, calls nobody any more.
CREATE FUNCTION emergency_call_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT NEW.emergency OR NEW.validation IN ('INVALID', 'MERGED') THEN
        UPDATE emergency_call SET state = 'CLOSED', closed_at = NEW.updated_at
        WHERE complaint_id = NEW.id AND state <> 'CLOSED';
    ELSIF NEW.agency <> OLD.agency THEN
        UPDATE emergency_call
        SET state = 'RECEIVED', seen_at = NULL, seen_by = NULL, dispatched_at = NULL, unit = NULL, on_scene_at = NULL,
            level = 0, next_level_at = NEW.updated_at + seen_within
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
