-- grain: one committee, with its members as a list, so that the composition on any day can be asked
-- The columns from seats on sum up the members who by the last report sit.
with seat as (
  select
    committee_id,
    list({
      'from_date': term_start, 'left_date': left_date, 'term_start': term_start, 'term_end': term_end,
      'role': member_role, 'category': member_category, 'gender': gender, 'is_external': is_external}) as members,
    count(*) filter (where member_status = 'active') as seats,
    count(*) filter (where member_status = 'active' and member_role = 'chair') as chairs,
    list_sort(list(distinct member_category) filter (where member_status = 'active')) as member_category,
    count(distinct gender) filter (where member_status = 'active') as genders,
    count(*) filter (where member_status = 'active' and is_external) as outsiders,
    min(term_end) filter (where member_status = 'active') as first_term_end
  from {{member}}
  group by committee_id
)
select
  c.record_key, c.institution_uscc, c.committee_id, c.established_date, c.ceased_date, c.member_count,
  s.members, s.seats, s.chairs, s.member_category, s.genders, s.outsiders, s.first_term_end,
  c.published_in, c.submission_id, c.sheet_no, c.row_no
from {{committee}} c
left join seat s on s.committee_id = c.record_key
