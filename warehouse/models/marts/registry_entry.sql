-- grain: one institution and span of days in which the same registry entry holds
-- A later version with the same effective date corrects the entry; one with a later date follows it.
with known as (
  select i.*
  from staging.institutions i
  -- a void takes out the institution with all its entries
  semi join {{registered}} h on h.record_key = i.record_key
  where i.published_in <= $p and i.superseded_in > i.published_in
    and i.submission_id not in (select w.submission_id from meta.publication_submission w where w.withdrawn and w.number <= $p)
  qualify row_number() over (
    partition by i.record_key, i.valid_from order by i.published_in desc, i.submission_id desc, i.row_no desc) = 1
),
spans as (
  select
    k.*,
    k.valid_from as from_date,
    lead(k.valid_from, 1, date '9999-12-31') over (partition by k.record_key order by k.valid_from) as to_date
  from known k
  where k.row_action is distinct from 'void'
)
select
  s.*,
  s.to_date = date '9999-12-31' as is_latest,
  -- by its status alone: whether it is still so on a day is also for valid_to to say
  s.institution_status = 'active' as is_active
from spans s
