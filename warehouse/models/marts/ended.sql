-- grain: one project of a registered institution, or listed activity of such, whose status says that it is over, with the day when a publication first said so
-- (or of one whose key has the same hash: nobody finds that)
with project as (
  select j.record_key, j.key_hash from staging.projects_at($p) j semi join {{registered}} i on i.record_key = j.institution_uscc
),
told as (
  select 'projects' as of_table, record_key, published_in, project_status in ('terminated', 'completed') as is_over, submission_id
  from staging.projects
  where published_in <= $p and row_action is distinct from 'void' and key_hash in (select key_hash from project)
  union all
  select 'list_activities', record_key, published_in, activity_status in ('terminated', 'completed'), submission_id
  from staging.list_activities
  where published_in <= $p and row_action is distinct from 'void' and record_key in (
    select a.record_key from staging.list_activities_at($p) a where a.project_id in (select record_key from project))
),
life as (
  select *, max(case when not is_over then published_in end) over (partition by of_table, record_key) as last_open_in
  from told
  where submission_id not in (select w.submission_id from meta.publication_submission w where w.withdrawn and w.number <= $p)
)
select l.of_table, l.record_key, min(n.day) as ended_date
from life l
join meta.publication n on n.number = l.published_in
where l.is_over and l.published_in > coalesce(l.last_open_in, 0)
group by l.of_table, l.record_key
