-- A record has at most one version that holds. Asked of every report that the publication touches.
-- Rows may be many: the hashes of their keys are counted, and only those that may stand twice are looked up by the key.
select record_key, count(*) as n from {{table}}
where superseded_in > $p and published_in <= $p and key_hash in (
  select key_hash from (
    select key_hash from {{table}} where superseded_in > $p and published_in = $p
    union all
    select key_hash from {{table}} where superseded_in > $p and published_in < $p
      and key_hash in (select key_hash from {{table}} where published_in = $p)
  ) group by key_hash having count(*) > 1
)
group by record_key having count(*) > 1
limit 10
