-- What a decision about a product is to move, by when: JSON, null where it names nothing.
ALTER TABLE decision ADD COLUMN aim TEXT;
