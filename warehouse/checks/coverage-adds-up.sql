-- Rejected rows are part of the rows handed in.
select submission_id, report, row_count, rejected_rows from staging.coverage
where published_in = $p and (rejected_rows > row_count or row_count < 0)
limit 10
