-- What people and jobs did. The warehouse derives from this and the kept files.
create table if not exists submission (
  id integer primary key,
  sha256 text not null,
  bytes integer not null,
  file_name text not null,
  channel text not null,
  authority_kind text not null,
  authority_code text not null,
  received_at text not null,
  received_day text not null,
  state text not null check (state in ('received', 'returned', 'duplicate', 'validated', 'published', 'withdrawn')),
  same_as integer,
  -- a steward had the same kept bytes read again: the submission with which they first came
  rerun_of integer,
  reason text,
  notices text not null default '[]',
  source text unique,
  rows integer not null default 0,
  accepted integer not null default 0,
  remarked integer not null default 0,
  rejected integer not null default 0,
  unchanged integer not null default 0,
  publication integer,
  duration_ms integer
) strict;
create index if not exists submission_by_sha256 on submission (sha256);
-- one row per table found in a submitted file; `columns` maps fields to their place in the file
create table if not exists sheet (
  submission_id integer not null,
  sheet_no integer not null,
  sheet text not null,
  report text not null,
  header_row integer not null,
  columns text not null,
  unknown_columns text not null,
  meta text not null,
  skipped text not null,
  default_period text not null,
  rows integer not null,
  accepted integer not null,
  rejected integer not null,
  primary key (submission_id, sheet_no)
) strict;
-- how columns with other names are read onto a report: a profile of an institution, a department or the city
create table if not exists mapping_profile (
  id integer primary key,
  owner_kind text not null check (owner_kind in ('city', 'department', 'institution')),
  owner_code text not null,
  report text not null,
  name text not null,
  created_at text not null,
  retired_at text,
  unique (owner_kind, owner_code, name)
) strict;
-- what a profile said from an instant on; versions are added, never changed
create table if not exists mapping_version (
  id integer primary key,
  profile_id integer not null,
  version integer not null,
  columns text not null,
  constants text not null,
  codes text not null,
  note text not null,
  created_at text not null,
  created_by text not null,
  unique (profile_id, version)
) strict;
-- the sheets that were read by a mapping profile, and by which version
create table if not exists sheet_mapping (
  submission_id integer not null,
  sheet_no integer not null,
  mapping_version_id integer not null,
  primary key (submission_id, sheet_no)
) strict;
-- one row per submission that was taken back. Its state follows when the writer has its turn; `publication` is the one
-- with which its rows left the numbers, null where they never were in them
create table if not exists withdrawal (
  submission_id integer primary key,
  reason text not null,
  by_kind text not null check (by_kind in ('city', 'department', 'institution')),
  by_code text not null,
  at text not null,
  day text not null,
  publication integer
) strict;
create table if not exists publication (
  number integer primary key,
  day text not null,
  published_at text not null,
  code_version text not null
) strict;
create table if not exists publication_submission (
  number integer not null,
  submission_id integer not null,
  withdrawn integer not null default 0,
  primary key (number, submission_id)
) strict;
create table if not exists param (
  param_key text not null,
  param_value text not null,
  effective_from text not null,
  kind text not null check (kind in ('law', 'default')),
  basis text not null,
  changed_by text not null,
  changed_at text not null,
  primary key (param_key, effective_from, changed_at)
) strict;
create table if not exists calendar_day (
  cal_date text primary key,
  is_workday integer not null,
  source text not null
) strict;
-- one episode per (rule, object) from the day the condition held until it cleared
create table if not exists episode (
  id integer primary key,
  rule text not null,
  object_table text not null,
  object_id text not null,
  institution_uscc text,
  dept text,
  severity text not null,
  opened_at text not null,
  opened_day text not null,
  closed_at text,
  closed_day text,
  closed_as text check (closed_as in ('recovered', 'lapsed', 'voided')),
  act_by text,
  data_day text,
  facts text not null,
  publication integer not null
) strict;
create unique index if not exists one_open_episode on episode (rule, object_id) where closed_at is null;
create index if not exists episode_by_day on episode (opened_day, closed_day);
-- what happened to an episode, in order; `severity` and `data_day` as they stood from then, `facts` where they changed
create table if not exists episode_event (
  id integer primary key,
  episode_id integer not null,
  at text not null,
  day text not null,
  kind text not null check (kind in
    ('opened', 'worse', 'better', 'changed', 'stage', 'escalated', 'recovered', 'lapsed', 'voided')),
  severity text not null,
  data_day text,
  facts text,
  detail text not null
) strict;
create index if not exists episode_event_by_episode on episode_event (episode_id, day);
-- each mail once: (person, kind, day)
create table if not exists delivery (
  id integer primary key,
  person text not null,
  mail text not null,
  kind text not null,
  day text not null,
  message_id text not null unique,
  subject text not null,
  html text not null,
  text text not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'written', 'failed')),
  attempts integer not null default 0,
  first_attempt_at text,
  next_attempt_at text,
  -- times that sending broke off without a word from the server whether it had taken the mail
  broken_off integer not null default 0,
  last_error text,
  sent_at text,
  created_at text not null,
  unique (person, kind, day)
) strict;
-- one row per person, kind and day: which episode events that digest covered, and why there was none
create table if not exists digest (
  person text not null,
  kind text not null,
  day text not null,
  scope text not null,
  from_event integer not null,
  through_event integer not null,
  outcome text not null check (outcome in ('queued', 'nothing_new')),
  at text not null,
  primary key (person, kind, day)
) strict;
-- `counts` is JSON; `times`: how often the same failure came in a row, the last time at `finished_at`
create table if not exists job_run (
  id integer primary key,
  job text not null,
  started_at text not null,
  finished_at text,
  outcome text,
  detail text not null default '',
  counts text not null default '{}',
  duration_ms integer,
  times integer not null default 1
) strict;
create table if not exists meta (key text primary key, value text not null) strict;
-- with which programs hand in; of a token itself nothing is kept but its SHA-256
create table if not exists token (
  id integer primary key,
  name text not null,
  for_kind text not null check (for_kind in ('city', 'department', 'institution')),
  for_code text not null,
  sha256 text not null,
  created_at text not null,
  -- the last day on which it is good; null: until it is revoked
  last_day text,
  last_used_at text,
  revoked_at text
) strict;
-- one row per file that was taken in from a source: the newest says what the source is asked for the next time
create table if not exists pulled (
  source text not null,
  n integer not null,
  url text not null,
  for_kind text not null,
  for_code text not null,
  sha256 text not null,
  etag text,
  last_modified text,
  submission_id integer not null,
  at text not null,
  primary key (source, n)
) strict;
-- the acknowledgements that were laid beside the files of the inbox, and what state they speak of
create table if not exists receipt (
  submission_id integer primary key,
  state text not null,
  at text not null
) strict;
