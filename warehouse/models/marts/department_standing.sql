-- grain: one department of the city and period
with known as (select number, day from meta.publication where number <= $p),
called as (
  select period_kind, period, period_start, period_end from meta.period
  where period_end >= (select min(day) from known) and period_start <= (select max(day) from known)
),
item as (
  select a.lead_dept, a.assigned_date,
    coalesce(a.completed_date, case when a.action_status in ('done', 'cancelled') then n.day end) as ended_date
  from staging.action_items_at($p) a
  join known n on n.number = a.published_in
)
select
  c.period_kind, c.period, c.period_start, c.period_end, d.dept, d.is_member,
  count(i.lead_dept) > 0 as has_open_action_item
from called c
cross join meta.department d
left join item i on i.lead_dept = d.dept and i.assigned_date <= c.period_end
  and (i.ended_date is null or i.ended_date > c.period_start)
group by c.period_kind, c.period, c.period_start, c.period_end, d.dept, d.is_member
