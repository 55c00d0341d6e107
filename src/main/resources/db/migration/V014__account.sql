-- A citizen who wants one account on all devices. Nobody needs one, and it says nothing of a person but what follows below.
CREATE TABLE account (
    id         uuid PRIMARY KEY,
    created_at timestamptz NOT NULL
);

-- Where an account gets its codes: at most one e-mail address and one telephone number, each proven by a code.
CREATE TABLE account_contact (
    address      text PRIMARY KEY CHECK (char_length(address) <= 254),
    kind         text        NOT NULL CHECK (kind IN ('EMAIL', 'PHONE')),
    account_id   uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    confirmed_at timestamptz NOT NULL,
    UNIQUE (account_id, kind)
);

-- To which text a citizen agreed, and when.
CREATE TABLE account_consent (
    account_id uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    version    text        NOT NULL,
    language   text        NOT NULL,
    given_at   timestamptz NOT NULL,
    PRIMARY KEY (account_id, version)
);

-- One row for each browser that is signed in, as with staff_session.
CREATE TABLE account_session (
    token_digest bytea PRIMARY KEY CHECK (length(token_digest) = 32),
    account_id   uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    network      text        NOT NULL CHECK (char_length(network) <= 60),
    browser      text        NOT NULL CHECK (char_length(browser) <= 60)
);
CREATE INDEX account_session_of ON account_session (account_id);
CREATE INDEX account_session_expiry ON account_session (expires_at);

-- A code on its way. The browser that asked holds a secret, and the digest of the code is taken together with that secret:
-- without it nobody can find the six digits by trying, not even with this table in hand.
CREATE TABLE account_code (
    holder_digest bytea PRIMARY KEY CHECK (length(holder_digest) = 32),
    code_digest   bytea       NOT NULL CHECK (length(code_digest) = 32),
    address       text        NOT NULL CHECK (char_length(address) <= 254),
    kind          text        NOT NULL CHECK (kind IN ('EMAIL', 'PHONE')),
    -- The account that the address is to be added to; empty when somebody signs in.
    account_id    uuid REFERENCES account ON DELETE CASCADE,
    wanted        text,
    tries         integer     NOT NULL DEFAULT 0,
    expires_at    timestamptz NOT NULL,
    -- When the right code was typed; what is left to do then is to read the consent text.
    proven_at     timestamptz
);
CREATE INDEX account_code_expiry ON account_code (expires_at);
CREATE INDEX account_code_of ON account_code (account_id);

-- Complaints that are in a citizen's list. Whoever has the secret link may keep it in a list, so it may be in more than one.
CREATE TABLE account_complaint (
    account_id   uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    complaint_id uuid        NOT NULL,
    -- Whether it was filed by the account itself rather than added by its link.
    filed        boolean     NOT NULL,
    since        timestamptz NOT NULL,
    PRIMARY KEY (account_id, complaint_id)
);

-- Passkeys (WebAuthn): what proves a citizen without a code. Only the public half is here.
CREATE TABLE account_passkey (
    credential_id   bytea PRIMARY KEY CHECK (length(credential_id) BETWEEN 1 AND 1023),
    -- Under which pages name it.
    id              uuid        NOT NULL UNIQUE,
    account_id      uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    -- "Attested credential data" as the standard writes it: kind of device, credential id, public key.
    credential      bytea       NOT NULL,
    sign_count      bigint      NOT NULL CHECK (sign_count >= 0),
    backup_eligible boolean     NOT NULL,
    backed_up       boolean     NOT NULL,
    -- The browser in which it was made, so that a person knows it again.
    browser         text        NOT NULL CHECK (char_length(browser) <= 60),
    created_at      timestamptz NOT NULL,
    last_used_at    timestamptz
);
CREATE INDEX account_passkey_of ON account_passkey (account_id);

-- What a device is asked to sign, once.
CREATE TABLE account_passkey_challenge (
    digest     bytea PRIMARY KEY CHECK (length(digest) = 32),
    -- Who registers a passkey; empty when somebody signs in.
    account_id uuid REFERENCES account ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);
CREATE INDEX account_passkey_challenge_expiry ON account_passkey_challenge (expires_at);
CREATE INDEX account_passkey_challenge_of ON account_passkey_challenge (account_id);
