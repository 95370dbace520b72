-- grain: one report, period and institution, or department, that owes it, with what was handed in for it
with said as (
  select report, institution_uscc, dept, report_period, submission_id, received_date, row_count, rejected_rows, false as is_withdrawn
  from {{coverage}}
  union all
  select report, institution_uscc, dept, report_period, submission_id, received_date, row_count, rejected_rows, true
  from staging.coverage
  where superseded_in <= $p
    and submission_id in (select submission_id from meta.publication_submission where withdrawn and number <= $p)
),
handed_in as (
  select report, owner, report_period, submission_id, is_withdrawn,
    min(received_date) as received_date, sum(row_count) as row_count, sum(row_count - rejected_rows) as accepted_rows
  from (select *, institution_uscc as owner from said union all select *, dept from said)
  where owner is not null
  group by all
),
still_rejected as (
  select report, owner, report_period, submission_id, count(*) as n
  from (
    select *, institution_uscc as owner from staging.rejection where published_in <= $p and superseded_in > $p
    union all
    select *, dept from staging.rejection where published_in <= $p and superseded_in > $p
  )
  where owner is not null
  group by all
),
line as (select *, coalesce(institution_uscc, dept) as owner from {{owed}}),
-- what a file says of a month where a quarter is owed counts for the shortest period owed that holds it
placed as (
  select l.record_key, h.*
  from handed_in h join line l on l.report = h.report and l.owner = h.owner and l.report_period = h.report_period
  union all
  select l.record_key, h.*
  from handed_in h
  anti join line l on l.report = h.report and l.owner = h.owner and l.report_period = h.report_period
  join meta.period t on t.period = h.report_period
  join line l on l.report = h.report and l.owner = h.owner and l.period_start <= t.period_start and l.period_end >= t.period_end
  qualify row_number() over (
    partition by h.report, h.owner, h.report_period, h.submission_id, h.is_withdrawn order by l.period_end - l.period_start) = 1
),
-- rows say more than a declaration that there are none
weighed as (
  select p.*, coalesce(s.n, 0) as still_rejected_rows,
    not is_withdrawn and (accepted_rows > 0
      or (row_count = 0 and sum(case when is_withdrawn then 0 else accepted_rows end) over (partition by record_key) = 0)) as counts
  from placed p
  left join still_rejected s
    on s.report = p.report and s.owner = p.owner and s.report_period = p.report_period and s.submission_id = p.submission_id
),
received as (
  select
    w.record_key,
    min(case when counts then w.received_date end) as received_date,
    arg_min(submission_id, (w.received_date, submission_id)) filter (where counts) as submission_id,
    sum(case when counts then accepted_rows else 0 end) as row_count,
    sum(case when is_withdrawn then 0 else still_rejected_rows end) as rejected_rows,
    sum(case when counts and w.received_date > l.due_date then accepted_rows else 0 end) as late_rows,
    max(case when is_withdrawn then 1 else 0 end) = 1 as was_withdrawn
  from weighed w join line l on l.record_key = w.record_key
  group by w.record_key
)
select
  l.record_key, l.report, l.report_period, l.institution_uscc, l.institution_name, l.dept, l.supervising_dept,
  l.period_start, l.period_end, l.due_date, l.research_staff_count,
  r.received_date, r.submission_id, coalesce(r.row_count, 0) as row_count,
  coalesce(r.rejected_rows, 0) as rejected_rows, coalesce(r.late_rows, 0) as late_rows,
  r.received_date is null and coalesce(r.was_withdrawn, false) as is_withdrawn
from line l
left join received r on r.record_key = l.record_key
