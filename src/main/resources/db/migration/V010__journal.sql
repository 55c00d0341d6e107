-- The journal: every change of a complaint, and every look at protected data, as one row that nothing changes.
CREATE TABLE journal (
    seq          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    complaint_id uuid,
    at           timestamptz NOT NULL,
    act          text        NOT NULL,
    actor_role   text        NOT NULL CHECK (actor_role IN ('REPORTER', 'ADMINISTRATOR', 'OPERATOR', 'MAYOR', 'SYSTEM')),
    actor_id     uuid,
    facts        jsonb       NOT NULL,
    -- SHA-256 over salt and detail. The detail may be erased later; the commitment stays and still proves what was there.
    commitment   bytea CHECK (length(commitment) = 32)
);
COMMENT ON COLUMN journal.facts IS 'Facets, codes and times only: never words that a person wrote, never a name, contact or position.';
CREATE INDEX journal_complaint ON journal (complaint_id, seq);

-- Words and other personal data that belong to a row, kept beside it so that they can be erased without touching the past.
CREATE TABLE journal_detail (
    seq    bigint PRIMARY KEY REFERENCES journal,
    salt   bytea NOT NULL CHECK (length(salt) = 16),
    -- json, not jsonb: the commitment is over these exact bytes.
    detail json  NOT NULL
);

CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The journal is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
-- Also when session_replication_role is set to replica, which silences ordinary triggers.
ALTER TABLE journal ENABLE ALWAYS TRIGGER journal_append_only;

-- Tells every node which rows were added. Numbers rather than "newer than": transactions commit out of order.
-- A bulk load names only its range, as "first-last": the payload of NOTIFY is limited to 8,000 bytes.
CREATE FUNCTION journal_announce() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    added_rows bigint;
    payload    text;
BEGIN
    SELECT count(*) INTO added_rows FROM added;
    IF added_rows = 0 THEN
        RETURN NULL;
    ELSIF added_rows <= 100 THEN
        SELECT string_agg(seq::text, ',' ORDER BY seq) INTO payload FROM added;
    ELSE
        SELECT min(seq) || '-' || max(seq) INTO payload FROM added;
    END IF;
    PERFORM pg_notify('journal', payload);
    RETURN NULL;
END $$;
CREATE TRIGGER journal_announced AFTER INSERT ON journal
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION journal_announce();
