-- grain: one review
-- due_date: Measures Art. 17, 30 days from acceptance with roll, or the recorded extension; emergency: 72 hours, Art. 36.
select
  r.record_key, r.review_id, r.committee_id, c.institution_uscc, r.project_id,
  r.review_subject, r.regime, r.procedure_kind, r.list_item, r.decision, r.is_extended,
  cast(r.applied_at as date) as applied_date,
  cast(r.accepted_at as date) as accepted_date,
  d.decision_due_date as statutory_due_date,
  case
    when r.procedure_kind = 'emergency' then cast(r.accepted_at as date) + 3
    when r.is_extended and r.extension_reason is not null and r.extended_due_date is not null then r.extended_due_date
    else d.decision_due_date
  end as due_date,
  coalesce(d.is_official, false) as calendar_is_official,
  cast(r.decision_at as date) as decided_date, r.approval_valid_to,
  date_diff('day', cast(r.accepted_at as date), cast(r.decision_at as date)) as turnaround_days,
  r.published_in, r.submission_id, r.sheet_no, r.row_no
from staging.reviews_at($p) r
-- one whose committee or institution nobody registered waits for them (ruling 2)
join staging.committees_at($p) c on c.record_key = r.committee_id
semi join staging.institutions_at($p) i on i.record_key = c.institution_uscc
left join meta.legal_due d on d.cal_date = cast(r.accepted_at as date)
