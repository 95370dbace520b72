-- What is asked of the warehouse's own tables again and again.
create or replace macro indicators.value_at(p) as table
  select * from indicators.value where published_in <= p and superseded_in > p;
create or replace macro indicators.histogram_at(p) as table
  select * from indicators.histogram where published_in <= p and superseded_in > p;
create or replace macro meta.touched_by(p) as table
  select * from meta.touched where number <= p;

-- by which a version is found among millions without reading all their keys; stored, so it comes out the same for ever
create or replace macro meta.key_hash(record_key) as cast(md5_number(record_key) & 4294967295 as uinteger);

-- every figure that was ever stored by then, with the numbers of records that took so many days
create or replace macro indicators.cell_by(p) as table
  select indicator, name, institution_uscc, committee_id, dept, dimension, period, cast(null as integer) as days,
    numerator, denominator, missing, published_in, superseded_in
  from indicators.value where published_in <= p
  union all
  select indicator, '', institution_uscc, committee_id, '', dimension, period, days,
    0, n, 0, published_in, superseded_in
  from indicators.histogram where published_in <= p;

-- the periods that have begun by a day: a running one is valued at that day, its dues up to the day before
create or replace macro meta.period_at(d) as table
  select e.*, {{parameters_of_day}}
  from (
    select *,
      least(period_end, cast(d as date)) as at_date,
      least(period_end, cast(d as date) - 1) as due_until,
      make_date(year(period_end), 1, 1) as year_start,
      period_end >= (select coalesce(max(day), date '1900-01-01') from meta.publication
                     where number < (select max(number) from meta.publication)) as is_running
    from meta.period where period_start <= cast(d as date)
  ) e
  left join meta.parameter_day v on v.cal_date = e.at_date;

-- what a figure is grouped by; null where it belongs to no such group
create or replace macro meta.group_of(grouping_of, dept, supervising_dept, district, kind, affiliation, institution, committee) as
  case grouping_of
    when 'city' then ''
    when 'department' then coalesce(nullif(dept, ''), supervising_dept)
    when 'district' then district
    when 'kind' then kind
    when 'affiliation' then affiliation
    when 'institution' then nullif(institution, '')
    when 'committee' then nullif(committee, '')
  end;
