-- Who wrote a complaint, as far as they said so. Read only through Reporters, which leaves a journal row behind each look.
CREATE TABLE reporter (
    complaint_id uuid PRIMARY KEY,
    name         text CHECK (char_length(name) <= 100),
    contact      text CHECK (char_length(contact) <= 200)
);
