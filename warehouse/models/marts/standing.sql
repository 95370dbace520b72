-- grain: one registered institution and period, of which the registry entry at its end holds
-- A fact is true where it was so on any day of the period, by the dates known; of a running period also by days to come.
with known as (select number, day from meta.publication where number <= $p),
called as (
  select period_kind, period, period_start, period_end from meta.period
  where period_end >= (select min(day) from known) and period_start <= (select max(day) from known)
),
held as (
  select s.institution_uscc, c.period, list(distinct s.fact) as facts
  from {{standing_span}} s
  join called c on s.from_date <= c.period_end and s.last_date >= c.period_start
  group by s.institution_uscc, c.period
)
select
  c.period_kind, c.period, c.period_start, c.period_end,
  m.* replace (m.is_active and (m.valid_to is null or m.valid_to > c.period_end) as is_active),
  coalesce(list_contains(h.facts, 'committee'), false) as has_active_committee,
  coalesce(list_contains(h.facts, 'open_rectification'), false) as has_open_rectification,
  coalesce(list_contains(h.facts, 'open_case'), false) as has_open_case,
  coalesce(list_contains(h.facts, 'project'), false) as has_project,
  coalesce(list_contains(h.facts, 'ongoing_project'), false) as has_ongoing_project,
  coalesce(list_contains(h.facts, 'high_risk_project'), false) as has_high_risk_project,
  coalesce(list_contains(h.facts, 'intl_project'), false) as has_intl_project,
  coalesce(list_contains(h.facts, 'listed_activity'), false) as has_listed_activity,
  coalesce(list_contains(h.facts, 'delegation'), false) as has_delegation,
  coalesce(list_contains(h.facts, 'approved_ongoing_review'), false) as has_approved_ongoing_review,
  coalesce(list_contains(h.facts, 'ongoing_incident'), false) as has_ongoing_incident
from called c
join {{institution}} m on m.from_date <= c.period_end and m.to_date > c.period_end
left join held h on h.institution_uscc = m.institution_uscc and h.period = c.period
