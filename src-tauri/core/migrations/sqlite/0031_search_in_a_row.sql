-- However many acts come in a row, none of them puts parts of the words together: that is done while the desk rests. A commit does it
-- only where sixty-four parts stand apart, which no desk that rests now and then comes to.
INSERT INTO order_words (order_words, rank) VALUES ('automerge', 0);
INSERT INTO order_words (order_words, rank) VALUES ('crisismerge', 64);
