-- grain: one lead or case
select
  c.record_key, c.case_id, c.institution_uscc, '' as committee_id,
  c.intake_channel, c.violation_kind, c.investigator_kind, c.case_status, c.accept_decision, c.case_conclusion,
  c.received_date, s.screening_due_date, c.accept_decision_date,
  coalesce(c.extended_due_date, c.investigation_due_date, d.investigation_due_date) as due_date,
  c.investigation_closed_date, c.sanction_date, c.sanction_completed_date, c.closed_date,
  c.published_in, c.submission_id, c.sheet_no, c.row_no
from staging.cases_at($p) c
-- one of an institution that nobody registered waits for it (ruling 2)
semi join {{registered}} i on i.record_key = c.institution_uscc
left join meta.legal_due s on s.cal_date = c.received_date
left join meta.legal_due d on d.cal_date = c.accept_decision_date
