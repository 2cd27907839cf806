-- A server puts its index together by itself: nothing to do here.
SELECT 1;
