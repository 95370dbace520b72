-- grain: one review, by the general or the emergency procedure, that was decided or withdrawn
-- Unknown where a cell is empty. Quorum and votes: Measures Art. 14, 16; of all members under the rules on medical
-- research and new biomedical technology, by the number of members that is known (rulings 16, 19).
with share as (
  select
    param_key = 'consent_share_of_members' as is_of_members, from_date, to_date,
    try_cast(split_part(param_value, '/', 1) as double) as part,
    coalesce(try_cast(nullif(split_part(param_value, '/', 2), '') as double), 1) as parts
  from meta.param_span
  where param_key in ('consent_share_of_attending', 'consent_share_of_members')
),
-- one row a day, and known to be few: the engine is to look reviews up in it, and not the other way round
consent as (
  select
    d.cal_date, d.min_attending,
    max(s.part) filter (where not s.is_of_members) as of_attending,
    max(s.parts) filter (where not s.is_of_members) as attending_parts,
    max(s.part) filter (where s.is_of_members) as of_members,
    max(s.parts) filter (where s.is_of_members) as member_parts
  from meta.parameter_day d
  left join share s on d.cal_date >= s.from_date and d.cal_date < s.to_date
  group by d.cal_date, d.min_attending
)
select
  r.record_key, r.committee_id, c.institution_uscc,
  r.regime, r.procedure_kind, r.decision,
  r.attending_count, r.attending_categories, r.attending_both_genders, r.attending_has_external, r.consent_votes, c.member_count,
  r.attending_count >= s.min_attending as quorum_ok,
  case when len(r.attending_categories) > 0 then list_contains(r.attending_categories, 'sci_tech_peer')
    and list_contains(r.attending_categories, 'ethics') and list_contains(r.attending_categories, 'law') end
    and r.attending_both_genders and r.attending_has_external as composition_ok,
  case when r.regime in ('nhc_2023', 'biomed_2026')
    then s.member_parts * r.consent_votes > s.of_members * c.member_count
    else s.attending_parts * r.consent_votes >= s.of_attending * r.attending_count
  end as vote_ok,
  cast(r.decision_at as date) as decided_date,
  -- an emergency's clock runs by the hour from acceptance, without roll (Art. 36)
  case when r.procedure_kind = 'emergency' then date_diff('second', r.accepted_at, r.decision_at) / 3600.0 end as decision_hours,
  case when r.procedure_kind = 'emergency' then h.emergency_hours end as limit_hours,
  r.published_in, r.submission_id, r.sheet_no, r.row_no
from staging.reviews_at($p) r
-- one whose committee or institution nobody registered waits for them (ruling 2)
join staging.committees_at($p) c on c.record_key = r.committee_id
semi join {{registered}} i on i.record_key = c.institution_uscc
left join consent s on s.cal_date = cast(r.decision_at as date)
left join meta.parameter_day h on h.cal_date = cast(r.accepted_at as date)
where r.procedure_kind in ('general', 'emergency') and r.decision <> 'pending' and r.decision_at is not null
