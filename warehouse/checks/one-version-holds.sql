-- A record has at most one version that holds.
-- of reviews there are many: the hashes of their keys are counted, and only those that may stand twice by themselves
select 'reviews' as report, record_key, count(*) as n from staging.reviews
where superseded_in > $p and published_in <= $p and key_hash in (
  select key_hash from (
    select key_hash from staging.reviews where superseded_in > $p and published_in = $p
    union all
    select key_hash from staging.reviews where superseded_in > $p and published_in < $p
      and key_hash in (select key_hash from staging.reviews where published_in = $p)
  ) group by key_hash having count(*) > 1
)
group by record_key having count(*) > 1
union all
select 'rectifications', record_key, count(*) from staging.rectifications
where superseded_in > $p and published_in <= $p group by record_key having count(*) > 1
union all
select 'institutions', record_key, count(*) from staging.institutions
where superseded_in > $p and published_in <= $p group by record_key having count(*) > 1
union all
select 'committees', record_key, count(*) from staging.committees
where superseded_in > $p and published_in <= $p group by record_key having count(*) > 1
union all
select 'cases', record_key, count(*) from staging.cases
where superseded_in > $p and published_in <= $p group by record_key having count(*) > 1
union all
select 'staff_training_base', record_key, count(*) from staging.staff_training_base
where superseded_in > $p and published_in <= $p group by record_key having count(*) > 1
limit 10
