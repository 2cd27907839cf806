-- The words of the acts are put together while the desk rests; until there are eight parts of one size, a commit leaves them apart
-- where none of them is being put together.
INSERT INTO order_words (order_words, rank) VALUES ('automerge', 8);
