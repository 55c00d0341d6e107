-- How an agency shares its work. complaint_id has no foreign key: the table complaint belongs to another module.

-- People who go out together.
CREATE TABLE agency_team (
    id         uuid PRIMARY KEY,
    agency     text        NOT NULL,
    name       text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
    created_at timestamptz NOT NULL,
    UNIQUE (agency, name)
);
CREATE TABLE agency_team_member (
    team_id  uuid NOT NULL REFERENCES agency_team ON DELETE CASCADE,
    staff_id uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
    PRIMARY KEY (team_id, staff_id)
);
CREATE INDEX agency_team_of ON agency_team_member (staff_id);

-- Whose a case is: a person's, a team's, or, with neither, nobody's again.
CREATE TABLE case_assignment (
    complaint_id uuid PRIMARY KEY,
    -- The agency that assigned it; of a case that was handed over since, the row says nothing any more.
    agency       text        NOT NULL,
    staff_id     uuid REFERENCES staff ON DELETE SET NULL,
    team_id      uuid REFERENCES agency_team ON DELETE SET NULL,
    -- Grows with every assignment: of two people who assign at once one is told.
    version      integer     NOT NULL,
    at           timestamptz NOT NULL,
    CHECK (num_nonnulls(staff_id, team_id) <= 1)
);
CREATE INDEX case_assignment_person ON case_assignment (staff_id) WHERE staff_id IS NOT NULL;
CREATE INDEX case_assignment_team ON case_assignment (team_id) WHERE team_id IS NOT NULL;

-- Filters of the console that a person wants to find again.
CREATE TABLE case_view (
    id        uuid PRIMARY KEY,
    staff_id  uuid    NOT NULL REFERENCES staff ON DELETE CASCADE,
    name      text    NOT NULL CHECK (char_length(name) BETWEEN 1 AND 40),
    -- As it stands in the address, where a character may take twelve.
    query     text    NOT NULL CHECK (char_length(query) <= 4000),
    -- What the console begins with.
    preferred boolean NOT NULL,
    UNIQUE (staff_id, name)
);
CREATE UNIQUE INDEX case_view_preferred ON case_view (staff_id) WHERE preferred;

-- What the people of an agency tell each other about a case. Neither reporter nor public ever read it.
CREATE TABLE case_note (
    id           uuid PRIMARY KEY,
    complaint_id uuid        NOT NULL,
    -- Whose people read it, beside the administrator; what one agency wrote the next one does not see.
    agency       text        NOT NULL,
    author_id    uuid REFERENCES staff ON DELETE SET NULL,
    at           timestamptz NOT NULL,
    words        text        NOT NULL CHECK (char_length(words) BETWEEN 1 AND 2000)
);
CREATE INDEX case_note_of ON case_note (complaint_id, at);

-- Whom a note calls by name, until they have read it.
CREATE TABLE case_mention (
    note_id  uuid NOT NULL REFERENCES case_note ON DELETE CASCADE,
    staff_id uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
    read_at  timestamptz,
    PRIMARY KEY (staff_id, note_id)
);
CREATE INDEX case_mention_unread ON case_mention (staff_id) WHERE read_at IS NULL;

-- Answers that an agency gives often, with placeholders in braces.
CREATE TABLE reply_template (
    id     uuid PRIMARY KEY,
    agency text NOT NULL,
    name   text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
    words  text NOT NULL CHECK (char_length(words) BETWEEN 1 AND 1500),
    UNIQUE (agency, name)
);

-- What a shift leaves for the next one; each person sees it until they have said that they read it.
CREATE TABLE shift_note (
    id        uuid PRIMARY KEY,
    agency    text        NOT NULL,
    author_id uuid REFERENCES staff ON DELETE SET NULL,
    at        timestamptz NOT NULL,
    words     text        NOT NULL CHECK (char_length(words) BETWEEN 1 AND 2000)
);
CREATE INDEX shift_note_of ON shift_note (agency, at DESC);
CREATE TABLE shift_note_read (
    note_id  uuid NOT NULL REFERENCES shift_note ON DELETE CASCADE,
    staff_id uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
    PRIMARY KEY (note_id, staff_id)
);

-- Steps that came from an operator's phone, by the id that it gave them: what is sent again is known, and not done twice.
CREATE TABLE case_act (
    staff_id     uuid        NOT NULL REFERENCES staff ON DELETE CASCADE,
    id           uuid        NOT NULL,
    complaint_id uuid        NOT NULL,
    -- Of the complaint after the step.
    version      integer     NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (staff_id, id)
);
