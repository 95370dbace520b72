-- grain: one delegation of review, or recognition of a review's result
-- Of the institution that delegates or recognises: the committee that it trusts is another's.
select
  d.record_key, d.delegation_id, d.institution_uscc, '' as committee_id,
  d.delegation_kind, d.committee_id as trusted_committee_id, d.external_committee_name,
  d.has_written_agreement, d.trustee_qualified, d.valid_from, d.valid_to,
  d.project_id, d.review_id, d.recognition_result, d.recognition_date,
  d.published_in, d.submission_id, d.sheet_no, d.row_no
from staging.delegations_at($p) d
-- one of an institution that nobody registered waits for it (ruling 2)
semi join {{registered}} i on i.record_key = d.institution_uscc
