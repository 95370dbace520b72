-- grain: one review at which more members sat than the committee has without those recused (VAL-08)
select
  r.record_key, c.institution_uscc, cast(null as varchar) as dept,
  cast(r.attending_count as varchar) as found, cast(c.member_count - r.recused_count as varchar) as expected, r.submission_id, r.sheet_no, r.row_no
from staging.reviews_at($p) r
join staging.committees_at($p) c on c.record_key = r.committee_id
where r.attending_count > c.member_count - r.recused_count
