-- grain: one record and record that its list names without anybody having reported it
select
  r.record_key, o.owner as institution_uscc, {{dept}} as dept,
  r.named as found, cast(null as varchar) as expected, r.submission_id, r.sheet_no, r.row_no
from (select *, unnest({{field}}) as named from staging.{{table}}_at($p)) r
left join staging.{{table}}_owner_at($p) o on o.record_key = r.record_key
anti join staging.{{target}}_at($p) k on k.record_key = r.named
where exists (select 1 from staging.{{target}}_at($p))
