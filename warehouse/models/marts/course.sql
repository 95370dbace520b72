-- grain: one course in one semester
-- term_start: the first day of the semester; municipal_university: when its institution was one, with its students known.
with municipal as (
  select
    institution_uscc,
    list({'from_date': from_date, 'to_date': least(to_date, valid_to), 'students': student_count}) as municipal_university
  from {{institution}}
  where institution_kind = 'university' and affiliation_level = 'municipal' and is_active
  group by institution_uscc
)
select
  c.record_key, c.course_id, c.institution_uscc, '' as committee_id,
  c.term, s.period_start as term_start, c.course_name, c.course_kind, c.course_level, c.is_standalone, c.enrolled, c.enrolled_first_ytd,
  m.municipal_university,
  c.published_in, c.submission_id, c.sheet_no, c.row_no
from staging.courses_at($p) c
-- one of an institution that nobody registered waits for it (ruling 2)
semi join {{registered}} i on i.record_key = c.institution_uscc
join meta.period s on s.period_kind = 'semester' and s.period = c.term
left join municipal m on m.institution_uscc = c.institution_uscc
