-- How this installation was first started; one row, made at the first start. Demo data and a city's own never mix.
CREATE TABLE installation (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    contents    text        NOT NULL CHECK (contents IN ('DEMO', 'EMPTY')),
    made_at     timestamptz NOT NULL,
    -- Empty until every module has made what it makes at a first start.
    prepared_at timestamptz
);
