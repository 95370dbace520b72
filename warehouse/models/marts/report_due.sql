-- grain: one institution, report and period in which it is owed
-- Nothing is owed for periods that ended before the first publication. Who owes a report is said by the reports' declarations (due.owed_by).
with registered as (
  select
    d.report, d.report_period, d.period_start, d.period_end, d.due_date,
    m.* replace (m.is_active and (m.valid_to is null or m.valid_to > d.period_end) as is_active),
    coalesce(m.committee_from <= d.period_end and (m.committee_until is null or m.committee_until > d.period_end), false)
      as has_active_committee,
    false as has_open_rectification,
    false as has_open_case,
    false as has_ongoing_project,
    false as has_project,
    false as has_listed_activity,
    false as has_high_risk_project,
    false as has_intl_project,
    false as has_delegation,
    false as has_approved_ongoing_review,
    false as has_ongoing_incident
  from meta.report_deadline d
  join {{institution}} m on m.from_date <= d.period_end and m.to_date > d.period_end
  where d.period_end >= (select min(day) from meta.publication)
),
owed as (select * from registered where {{owed_by}}),
received as (
  select
    report, institution_uscc, report_period,
    min(received_date) as received_date,
    arg_min(submission_id, (received_date, submission_id)) as submission_id,
    sum(row_count) as row_count,
    sum(rejected_rows) as rejected_rows
  from {{coverage}}
  where (row_count = 0 or rejected_rows < row_count)
  group by report, institution_uscc, report_period
)
select
  o.report || '|' || o.institution_uscc || '|' || o.report_period as record_key,
  o.report, o.report_period, o.institution_uscc, '' as committee_id, o.supervising_dept,
  o.period_start, o.period_end, o.due_date, o.research_staff_count,
  r.received_date, r.submission_id,
  coalesce(r.row_count, 0) as row_count,
  coalesce(r.rejected_rows, 0) as rejected_rows,
  case
    when r.received_date > o.due_date then b.workday_no - a.workday_no
    else 0
  end as workdays_late
from owed o
left join received r
  on r.report = o.report and r.institution_uscc = o.institution_uscc and r.report_period = o.report_period
left join meta.calendar a on a.cal_date = o.due_date
left join meta.calendar b on b.cal_date = r.received_date
