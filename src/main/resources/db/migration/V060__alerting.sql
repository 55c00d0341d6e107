-- Who wants to hear of a complaint, or of all public ones of a place or kind, and what has still to be told.
-- complaint_id has no foreign key: the table complaint belongs to another module.
CREATE TABLE subscription (
    id           uuid        PRIMARY KEY,
    -- Either one complaint is followed, or all public ones of an area (the code of a kelurahan or kecamatan), a category or both.
    complaint_id uuid,
    area         text,
    category     text,
    -- The same as one value: the complaint's id, or 'area/category'.
    followed     text        NOT NULL GENERATED ALWAYS AS (
                     coalesce(complaint_id::text, coalesce(area, '') || '/' || coalesce(category, ''))) STORED,
    -- A reporter hears everything about the complaint, the public only what is public while it is public.
    audience     text        NOT NULL CHECK (audience IN ('REPORTER', 'PUBLIC')),
    channel      text        NOT NULL CHECK (channel IN ('EMAIL', 'PUSH')),
    -- Address of e-mail, or the address at the push service that stands for one browser.
    target       text        NOT NULL CHECK (char_length(target) <= 2000),
    -- Of a browser: its public key and its secret, with which what it is sent is encrypted.
    browser_key  bytea       CHECK (length(browser_key) = 65),
    browser_auth bytea       CHECK (length(browser_auth) = 16),
    language     text        NOT NULL,
    created_at   timestamptz NOT NULL,
    -- Since when it is told anything; an address of e-mail has to say yes first.
    confirmed_at timestamptz,
    -- It is sent nothing before: something is on its way, failed of late, or news of a place are being collected.
    quiet_until  timestamptz,
    CHECK ((complaint_id IS NULL) = (area IS NOT NULL OR category IS NOT NULL)),
    CHECK (complaint_id IS NOT NULL OR audience = 'PUBLIC'),
    CHECK ((channel = 'PUSH') = (browser_key IS NOT NULL)),
    CHECK ((channel = 'PUSH') = (browser_auth IS NOT NULL)),
    UNIQUE (followed, audience, channel, target)
);
-- What is sent to the addresses of somebody who deletes their account.
CREATE INDEX subscription_address ON subscription (lower(target)) WHERE channel = 'EMAIL';
-- All that goes to one browser, which has got another address. A hash, since addresses may be long.
CREATE INDEX subscription_browser ON subscription USING hash (target) WHERE channel = 'PUSH';
-- How often an address was asked of late, and what was never answered.
CREATE INDEX subscription_unconfirmed ON subscription (created_at) INCLUDE (target, followed) WHERE confirmed_at IS NULL;

-- What is still to be sent to whom: a row of the journal, or, without one, the question whether notices are wanted.
CREATE TABLE notice_due (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subscription_id uuid        NOT NULL REFERENCES subscription ON DELETE CASCADE,
    -- The subscription's, so that letters and messages queue apart.
    channel         text        NOT NULL,
    seq             bigint REFERENCES journal,
    -- How often a courier has taken it.
    attempts        integer     NOT NULL DEFAULT 0,
    -- Of what a courier has taken: when it may be taken again, should nothing more be heard of that courier.
    next_try_at     timestamptz NOT NULL,
    UNIQUE NULLS NOT DISTINCT (subscription_id, seq)
);
CREATE INDEX notice_due_next ON notice_due (channel, next_try_at, id);

-- In the transaction of the change itself: what happened is told, or did not happen.
CREATE FUNCTION notice_remember() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO notice_due (subscription_id, channel, seq, next_try_at)
    SELECT s.id, s.channel, added.seq, added.at
    FROM added JOIN subscription s ON s.followed = added.complaint_id::text -- the unique index
    WHERE s.confirmed_at IS NOT NULL;

    -- Of a place or kind it is told what became public, and what is done; the rest is for who follows the complaint.
    IF EXISTS (SELECT FROM added WHERE act IN ('ACCEPTED', 'FINISHED')) THEN
        INSERT INTO notice_due (subscription_id, channel, seq, next_try_at)
        SELECT s.id, s.channel, added.seq, greatest(added.at, s.quiet_until)
        FROM added
        JOIN public_complaint c ON c.id = added.complaint_id
        CROSS JOIN LATERAL unnest(ARRAY[
            c.kelurahan || '/', c.kecamatan || '/', '/' || c.category,
            c.kelurahan || '/' || c.category, c.kecamatan || '/' || c.category]) AS filter (followed)
        JOIN subscription s USING (followed) -- the unique index
        WHERE added.act IN ('ACCEPTED', 'FINISHED') AND s.confirmed_at IS NOT NULL;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER journal_noticed AFTER INSERT ON journal
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION notice_remember();

-- The key of this installation from which the links in letters are derived; made once.
CREATE TABLE alerting_key (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    key      bytea NOT NULL CHECK (length(key) = 32)
);

-- The key pair by which push services know this installation (RFC 8292); made once.
CREATE TABLE vapid_key (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    public_key  bytea NOT NULL CHECK (length(public_key) = 65),
    private_key bytea NOT NULL CHECK (length(private_key) = 32)
);
