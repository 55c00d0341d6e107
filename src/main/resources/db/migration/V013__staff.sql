-- People of the city's administration who sign in. Citizens need no account.
CREATE TABLE staff (
    id            uuid PRIMARY KEY,
    username      text        NOT NULL UNIQUE CHECK (username ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    -- What others see: the title of the office rather than a person's name.
    name          text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    role          text        NOT NULL CHECK (role IN ('ADMINISTRATOR', 'OPERATOR', 'MAYOR')),
    agency        text,
    -- Whether this operator leads the agency.
    head          boolean     NOT NULL,
    -- Empty until the person has chosen a password through an invitation.
    password_hash text CHECK (password_hash LIKE '$2%'),
    active        boolean     NOT NULL,
    demo          boolean     NOT NULL,
    -- Where letters go, if anywhere, whether the person wants the one of each morning, and in which language.
    email         text CHECK (char_length(email) <= 254 AND email ~ '^[^@ ]+@[^@ ]+$'),
    digest        boolean     NOT NULL DEFAULT true,
    language      text        NOT NULL DEFAULT 'id' CHECK (language IN ('id', 'en')),
    created_at    timestamptz NOT NULL,
    CHECK ((role = 'OPERATOR') = (agency IS NOT NULL)),
    CHECK (NOT head OR role = 'OPERATOR')
);

-- One row for each browser that is signed in. The cookie holds a secret, the table only its SHA-256.
CREATE TABLE staff_session (
    token_digest bytea PRIMARY KEY CHECK (length(token_digest) = 32),
    staff_id     uuid        NOT NULL REFERENCES staff ON DELETE CASCADE,
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    -- Shortened to what helps a person to recognize their own sign-ins: a network and a kind of browser.
    network      text        NOT NULL CHECK (char_length(network) <= 60),
    browser      text        NOT NULL CHECK (char_length(browser) <= 60)
);
CREATE INDEX staff_session_of ON staff_session (staff_id);
CREATE INDEX staff_session_expiry ON staff_session (expires_at);

-- A link by which a person chooses a password, once. The last one made is the only one that works.
CREATE TABLE staff_invitation (
    token_digest bytea PRIMARY KEY CHECK (length(token_digest) = 32),
    staff_id     uuid        NOT NULL REFERENCES staff ON DELETE CASCADE,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    used_at      timestamptz
);
CREATE INDEX staff_invitation_of ON staff_invitation (staff_id);

-- How often somebody may still try to sign in, by digests of user name and address. Columns as Bucket4j wants them.
CREATE TABLE sign_in_limit (
    id         text PRIMARY KEY,
    state      bytea,
    expires_at bigint
);
CREATE INDEX sign_in_limit_expiry ON sign_in_limit (expires_at);
