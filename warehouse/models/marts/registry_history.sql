-- grain: one institution and span of publications in which the same registry entry of it is the latest, or none is
with step as (
  select record_key, 0 as number from staging.institutions where published_in <= $p
  union
  select record_key, published_in from staging.institutions where published_in <= $p
  union
  select record_key, superseded_in from staging.institutions where superseded_in <= $p
  union
  select i.record_key, w.number
  from staging.institutions i
  join meta.publication_submission w on w.submission_id = i.submission_id
  where w.withdrawn and w.number <= $p and i.published_in <= $p
),
-- as in marts.institution, at every step: of each effective date what was said last
entry as (
  select t.number, i.*
  from step t
  join staging.institutions i
    on i.record_key = t.record_key and i.published_in <= t.number and i.superseded_in > i.published_in
  -- a void takes out the institution with all its entries
  join staging.institutions h
    on h.record_key = t.record_key and h.published_in <= t.number and h.superseded_in > t.number
    and h.row_action is distinct from 'void'
  anti join (select * from meta.publication_submission where withdrawn) w
    on w.submission_id = i.submission_id and w.number <= t.number
  qualify row_number() over (
    partition by t.record_key, t.number, i.valid_from
    order by i.published_in desc, i.submission_id desc, i.row_no desc) = 1
),
latest as (
  select * from entry
  where row_action is distinct from 'void'
  qualify row_number() over (partition by record_key, number order by valid_from desc) = 1
)
select
  t.record_key as institution_uscc,
  t.number as from_number,
  lead(t.number, 1, 2147483647) over (partition by t.record_key order by t.number) as until_number,
  l.supervising_dept, l.district_code, l.institution_kind, l.affiliation_level,
  l.institution_status = 'active' as is_active
from step t
left join latest l on l.record_key = t.record_key and l.number = t.number
