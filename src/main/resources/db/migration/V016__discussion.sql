-- What people write below public complaints. Nothing is shown before an administrator has read it.
CREATE TABLE comment (
    id           uuid        PRIMARY KEY,
    complaint_id uuid        NOT NULL REFERENCES complaint,
    -- As the writer wants to be called; empty for nobody in particular.
    name         text CHECK (char_length(name) BETWEEN 1 AND 60),
    words        text        NOT NULL CHECK (char_length(words) BETWEEN 1 AND 1000),
    written_at   timestamptz NOT NULL,
    state        text        NOT NULL CHECK (state IN ('PENDING', 'SHOWN', 'REFUSED')),
    decided_at   timestamptz,
    CHECK ((state = 'PENDING') = (decided_at IS NULL))
);
-- Below a complaint, oldest first.
CREATE INDEX comment_shown ON comment (complaint_id, written_at, id) WHERE state = 'SHOWN';
-- The administrator's list, oldest first.
CREATE INDEX comment_pending ON comment (written_at, id) WHERE state = 'PENDING';
-- What was decided last, for second thoughts.
CREATE INDEX comment_decided ON comment (decided_at DESC, id) WHERE state <> 'PENDING';

-- What the public may read; a complaint that is hidden takes its comments with it.
CREATE VIEW public_comment AS
SELECT comment.id, comment.complaint_id, comment.name, comment.words, comment.written_at
FROM comment JOIN public_complaint ON public_complaint.id = comment.complaint_id
WHERE comment.state = 'SHOWN';

-- Somebody says that a complaint or a comment should not stand as it does; an administrator looks.
CREATE TABLE flag (
    id           uuid        PRIMARY KEY,
    complaint_id uuid        NOT NULL REFERENCES complaint,
    -- Empty: the complaint itself.
    comment_id   uuid REFERENCES comment ON DELETE CASCADE,
    reason       text        NOT NULL CHECK (reason IN ('PERSONAL', 'INSULT', 'FALSE', 'SPAM', 'OTHER')),
    words        text CHECK (char_length(words) BETWEEN 1 AND 1000),
    raised_at    timestamptz NOT NULL,
    settled_at   timestamptz
);
CREATE INDEX flag_open ON flag (raised_at, id) WHERE settled_at IS NULL;

-- How much one address may still write. Columns as Bucket4j wants them.
CREATE TABLE discussion_limit (
    id         text PRIMARY KEY,
    state      bytea,
    expires_at bigint
);
CREATE INDEX discussion_limit_expiry ON discussion_limit (expires_at);
