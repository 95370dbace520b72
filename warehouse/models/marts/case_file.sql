-- grain: one lead or case
select
  c.record_key, c.case_id, c.institution_uscc, '' as committee_id,
  c.intake_channel, c.violation_kind, c.investigator_kind, c.case_status, c.accept_decision, c.case_conclusion,
  c.received_date, c.accept_decision_date,
  cast(coalesce(c.extended_due_date, c.investigation_due_date,
    c.accept_decision_date + to_months(cast(s.param_value as integer))) as date) as due_date,
  c.investigation_closed_date, c.sanction_date, c.sanction_completed_date, c.closed_date,
  c.published_in, c.submission_id, c.sheet_no, c.row_no
from staging.cases_at($p) c
left join meta.param_span s
  on s.param_key = 'investigation_months'
  and c.received_date >= s.from_date and c.received_date < s.to_date
