-- grain: as marts.institution, with what each institution is reported to have done, had or been part of, and when
with training as (
  select institution_uscc, list(training_date) as training_dates
  from staging.trainings_at($p) where institution_uscc is not null group by institution_uscc
),
outreach as (
  select institution_uscc, list(event_date) as outreach_dates
  from (
    select institution_uscc, event_date from staging.outreach_events_at($p) where institution_uscc is not null
    union all
    select unnest(partner_usccs), event_date from staging.outreach_events_at($p)
  )
  group by institution_uscc
),
research as (
  select institution_uscc, list({'from_date': start_date, 'until_date': coalesce(end_date, output_date)}) as research,
    list(start_date) as research_dates
  from staging.ethics_research_at($p) group by institution_uscc
),
course as (
  select institution_uscc, list(term) as course_terms
  from staging.courses_at($p) where is_standalone group by institution_uscc
),
publicity as (
  select institution_uscc, list(day) filter (where is_check) as self_check_dates, list(day) filter (where not is_check) as covered_dates
  from (
    select institution_uscc, publicity_date as day, true as is_check
    from staging.policy_publicity_at($p) where publicity_kind = 'self_check' and institution_uscc is not null
    union all
    select unnest(covered_usccs), publicity_date, false
    from staging.policy_publicity_at($p) where publicity_kind <> 'self_check'
  )
  group by institution_uscc
),
delegation as (
  select institution_uscc, list({'from_date': valid_from, 'to_date': valid_to}) as delegations,
    min(valid_from) as delegated_from, max(valid_to) as delegated_to
  from staging.delegations_at($p)
  where delegation_kind in ('delegated_review', 'service_center') and has_written_agreement and trustee_qualified
  group by institution_uscc
),
project as (
  select institution_uscc, list({'from_date': begun_date, 'until_date': ended_date}) as projects_in_scope
  from {{project}} where in_review_scope group by institution_uscc
)
select
  i.*,
  t.training_dates, o.outreach_dates, r.research, r.research_dates, c.course_terms, u.self_check_dates, u.covered_dates,
  d.delegations, d.delegated_from, d.delegated_to, j.projects_in_scope
from {{institution}} i
left join training t on t.institution_uscc = i.institution_uscc
left join outreach o on o.institution_uscc = i.institution_uscc
left join research r on r.institution_uscc = i.institution_uscc
left join course c on c.institution_uscc = i.institution_uscc
left join publicity u on u.institution_uscc = i.institution_uscc
left join delegation d on d.institution_uscc = i.institution_uscc
left join project j on j.institution_uscc = i.institution_uscc
