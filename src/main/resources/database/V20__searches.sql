-- news: the last change after which a reader should look at the report again.
ALTER TABLE report ADD COLUMN news BIGINT DEFAULT 0 NOT NULL;
UPDATE report SET news = changed;

-- Whose search it is: the name of a key. seen: the number of the last change that its owner has looked at.
CREATE TABLE saved_search (
    id VARCHAR(32) PRIMARY KEY,
    owner VARCHAR(200) NOT NULL,
    name VARCHAR(200) NOT NULL,
    question VARCHAR(2000) NOT NULL,
    saved_at TIMESTAMP WITH TIME ZONE NOT NULL,
    seen BIGINT NOT NULL,
    UNIQUE (owner, name)
);

CREATE TABLE saved_search_filter (
    search VARCHAR(32) NOT NULL REFERENCES saved_search (id),
    facet VARCHAR(40) NOT NULL,
    choice VARCHAR(400) NOT NULL,
    PRIMARY KEY (search, facet, choice)
);
