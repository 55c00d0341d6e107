-- The clocks of a complaint, one row for each run. A reading of the journal, which could be made anew from it.
CREATE TABLE complaint_clock (
    complaint_id uuid        NOT NULL REFERENCES complaint ON DELETE CASCADE,
    -- In the order in which they began.
    ordinal      smallint    NOT NULL CHECK (ordinal > 0),
    clock        text        NOT NULL CHECK (clock IN ('VALIDATION', 'FIRST_ANSWER', 'RESOLUTION', 'APPROVAL')),
    -- Whose time it is; empty for the administrator's.
    agency       text,
    started_at   timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    -- An open question stops the clock, but no longer than until that moment; when it is due if it stands as long as that.
    stands_since timestamptz,
    stands_until timestamptz,
    due_then     timestamptz,
    -- When what was waited for happened; or when it was no longer waited for.
    met_at       timestamptz,
    dropped_at   timestamptz,
    -- How many of the city's steps of escalation it has reached, and when it reaches the next one.
    level        smallint    NOT NULL,
    next_level_at timestamptz,
    PRIMARY KEY (complaint_id, ordinal),
    CHECK ((clock = 'VALIDATION') = (agency IS NULL)),
    CHECK (met_at IS NULL OR dropped_at IS NULL),
    CHECK (num_nulls(stands_since, stands_until, due_then) IN (0, 3)),
    CHECK (stands_since IS NULL OR (clock = 'RESOLUTION' AND met_at IS NULL))
);
-- What is running: at most one of each clock.
CREATE UNIQUE INDEX complaint_clock_running ON complaint_clock (complaint_id, clock)
    WHERE met_at IS NULL AND dropped_at IS NULL;
-- What reaches a step of escalation next.
CREATE INDEX complaint_clock_climbing ON complaint_clock (next_level_at) WHERE next_level_at IS NOT NULL;
-- What people are told of.
CREATE INDEX complaint_clock_escalated ON complaint_clock (level, due_at)
    WHERE met_at IS NULL AND dropped_at IS NULL AND level > 0;

-- For lists of staff: what somebody is still waited for.
CREATE VIEW running_clock AS
SELECT complaint_id, ordinal, clock, agency, started_at, due_at, stands_since, stands_until, due_then, met_at, dropped_at, level
FROM complaint_clock WHERE met_at IS NULL AND dropped_at IS NULL;

-- What administrators changed in the calendar after the city's data were written, and how far the deadlines have followed.
CREATE TABLE calendar_change (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL,
    reason      text        NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 500),
    -- How many complaints wait for somebody, how many of them were looked at, and of how many a deadline moved.
    waiting     integer     NOT NULL,
    looked_at   integer     NOT NULL DEFAULT 0,
    moved       integer     NOT NULL DEFAULT 0,
    -- The last one that was looked at; whoever goes on begins behind it.
    reached     uuid,
    finished_at timestamptz
);
CREATE INDEX calendar_change_unfinished ON calendar_change (id) WHERE finished_at IS NULL;

-- The days of a change. The last change of a day holds.
CREATE TABLE calendar_day (
    change_id bigint NOT NULL REFERENCES calendar_change,
    day       date   NOT NULL,
    -- Empty: no holiday any more.
    kind      text CHECK (kind IN ('NATIONAL', 'JOINT_LEAVE', 'ELECTION')),
    name      text CHECK (char_length(name) BETWEEN 1 AND 100),
    PRIMARY KEY (change_id, day),
    CHECK ((kind IS NULL) = (name IS NULL))
);

-- The letter of a morning: one for each person and day, taken by one node at a time.
CREATE TABLE staff_digest (
    staff_id   uuid     NOT NULL REFERENCES staff ON DELETE CASCADE,
    day        date     NOT NULL,
    tries      smallint NOT NULL,
    -- Until when a node has it in hand, or when it is tried again.
    not_before timestamptz,
    -- When it left, or was given up, or there was nothing to tell.
    settled_at timestamptz,
    PRIMARY KEY (day, staff_id)
);
