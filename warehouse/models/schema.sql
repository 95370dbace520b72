-- The warehouse's own tables; raw and staging tables derive from the reports (warehouse/tables.ts).
create schema if not exists raw;
create schema if not exists staging;
create schema if not exists marts;
create schema if not exists indicators;
create schema if not exists meta;
create schema if not exists visible;

-- one row per publication
create table if not exists meta.publication (number integer, day date, published_at varchar, code_version varchar);
-- one row per submission and sheet that a publication brought in, or took out (withdrawn)
create table if not exists meta.publication_submission (number integer, submission_id integer, withdrawn boolean);
-- one row per finding of the validator
create table if not exists raw.finding (
  submission_id integer, sheet_no integer, row_no integer,
  field varchar, level varchar, check_id varchar, value varchar);
-- the same with whose the row is and of which period, by what it says itself, so that findings are sought across files;
-- via_key names the record by which its institution is found
create table if not exists raw.placed_finding (
  submission_id integer, sheet_no integer, row_no integer,
  field varchar, level varchar, check_id varchar, value varchar,
  report varchar, institution_uscc varchar, via_key varchar, depts varchar[], report_period varchar);
-- one row per submission, sheet, institution (or department) and period that the rows speak of; where the institution
-- is not known yet, via_key names the record by which it will be
create table if not exists staging.coverage (
  submission_id integer, sheet_no integer, report varchar, institution_uscc varchar, dept varchar, via_key varchar,
  report_period varchar, row_count integer, rejected_rows integer, received_date date, published_in integer, superseded_in integer);

-- one row per rejected row that is still owed, until its record comes again; without a usable key, any for the same line
create table if not exists staging.rejection (
  submission_id integer, sheet_no integer, row_no integer, report varchar, record_key varchar,
  institution_uscc varchar, dept varchar, via_key varchar, report_period varchar,
  published_in integer, superseded_in integer, superseded_by integer);

-- copied from the control store at every build
create table if not exists meta.param_span (param_key varchar, param_value varchar, from_date date, to_date date);
create table if not exists meta.calendar (
  cal_date date, is_workday boolean, workday_no integer, next_workday date, is_official boolean);
-- one row per day: where the clocks that start on it end, by the law of that day (warehouse/clocks.ts; day arithmetic is a join)
create table if not exists meta.legal_due (cal_date date, is_official boolean, {{clocks}});
-- one row per day: the numeric parameters as they hold on it
create table if not exists meta.parameter_day (cal_date date, {{parameters}});
create table if not exists meta.period (period_kind varchar, period varchar, period_start date, period_end date);
create table if not exists meta.report_deadline (report varchar, report_period varchar, period_start date, period_end date, due_date date);
-- one row per department of the city; members belong to the mechanism of departments
create table if not exists meta.department (dept varchar, is_member boolean);
-- one row: the program and the build's tables with which the stored values were computed
create table if not exists meta.valued_with (signature varchar);
-- one row per publication with which all stored values were computed anew: program, calendar or parameters had changed
create table if not exists meta.revalued (number integer);
-- one row per publication and institution whose values it computed anew because of records; not where all were
create table if not exists meta.recomputed (number integer, institution_uscc varchar);
-- one row per publication, report, institution or department, and submission that brought in or took out something of it
create table if not exists meta.touched (
  number integer, report varchar, institution_uscc varchar, dept varchar, submission_id integer, is_correction boolean);
-- institutions whose values the running build recomputes
create table if not exists meta.dirty (institution_uscc varchar);

-- one row per indicator, named value, institution, committee, department, dimension and period, per publication in which it
-- changed; institution and committee are '' where there is none, the department where the supervising one answers
create table if not exists indicators.value (
  indicator varchar, name varchar, institution_uscc varchar, committee_id varchar, dept varchar, dimension varchar,
  period_kind varchar, period varchar,
  numerator double, denominator double, missing double, excluded double,
  published_in integer, superseded_in integer);
-- one row per indicator, institution, committee, dimension, period and number of days: n records took that long
create table if not exists indicators.histogram (
  indicator varchar, institution_uscc varchar, committee_id varchar, dimension varchar,
  period_kind varchar, period varchar, days integer, n integer,
  published_in integer, superseded_in integer);
-- one row per report, period and institution or department that owes it, per publication in which it changed
create table if not exists indicators.report_line (
  record_key varchar, report varchar, report_period varchar, institution_uscc varchar, institution_name varchar, dept varchar,
  supervising_dept varchar, period_start date, period_end date, due_date date, research_staff_count bigint,
  received_date date, submission_id integer, row_count bigint, rejected_rows bigint, late_rows bigint, is_withdrawn boolean,
  published_in integer, superseded_in integer);
