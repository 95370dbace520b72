-- grain: one record that names another which nobody reported; not asked while nothing of that report has come in
select
  r.record_key, o.owner as institution_uscc, {{dept}} as dept,
  r.{{field}} as found, cast(null as varchar) as expected, r.submission_id, r.sheet_no, r.row_no
from staging.{{table}}_at($p) r
left join staging.{{table}}_owner_at($p) o on o.record_key = r.record_key
anti join staging.{{target}}_at($p) k on k.record_key = r.{{field}}
where r.{{field}} is not null and exists (select 1 from staging.{{target}}_at($p))
