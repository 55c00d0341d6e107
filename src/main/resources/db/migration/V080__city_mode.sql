-- What was declared about the city's emergency mode. Never changed: the last row holds until its end.
CREATE TABLE city_mode (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at              timestamptz NOT NULL,
    mode            text        NOT NULL CHECK (mode IN ('OFF', 'STANDBY', 'ACTIVE')),
    -- For the staff.
    reason          text        NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 500),
    -- For the public, in Indonesian; in English where somebody wrote it.
    message         text CHECK (char_length(message) BETWEEN 1 AND 200),
    message_english text CHECK (char_length(message_english) BETWEEN 1 AND 200),
    ends_at         timestamptz,
    declared_by     uuid        NOT NULL,

    CHECK ((mode = 'OFF') = (message IS NULL)),
    CHECK ((mode = 'OFF') = (ends_at IS NULL)),
    CHECK (message IS NOT NULL OR message_english IS NULL),
    CHECK (ends_at > at AND ends_at <= at + interval '7 days')
);

CREATE FUNCTION city_mode_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What was declared is never changed: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER city_mode_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON city_mode
    FOR EACH STATEMENT EXECUTE FUNCTION city_mode_is_append_only();
