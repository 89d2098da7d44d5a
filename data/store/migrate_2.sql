-- From schema 2 to 3: what `search` asks of each report that it finds is answered from indexes.

CREATE INDEX coding_current ON coding (report, current);
CREATE INDEX actor_coding ON actor (coding, country, name);
CREATE INDEX event_coding ON event (coding, event, status);
