-- grain: one institution that somebody registered; records of others wait for it (ruling 2)
-- A build that computes some institutions anew puts these in its place.
select record_key from staging.institutions_at($p)
