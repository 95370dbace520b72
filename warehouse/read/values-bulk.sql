-- grain: one indicator, named value, institution, committee, department, dimension and period
-- A text stands in thousands of rows. As an enumeration it travels once, and a row names it by a small number.
create temp type indicator_text as enum (
  select distinct indicator from visible.value($p, $scope_kind, $scope_code) where indicator is not null order by indicator);
create temp type name_text as enum (
  select distinct name from visible.value($p, $scope_kind, $scope_code) where name is not null order by name);
create temp type institution_uscc_text as enum (
  select distinct institution_uscc from visible.value($p, $scope_kind, $scope_code) where institution_uscc is not null order by institution_uscc);
create temp type committee_id_text as enum (
  select distinct committee_id from visible.value($p, $scope_kind, $scope_code) where committee_id is not null order by committee_id);
create temp type dept_text as enum (
  select distinct dept from visible.value($p, $scope_kind, $scope_code) where dept is not null order by dept);
create temp type dimension_text as enum (
  select distinct dimension from visible.value($p, $scope_kind, $scope_code) where dimension is not null order by dimension);
create temp type period_kind_text as enum (
  select distinct period_kind from visible.value($p, $scope_kind, $scope_code) where period_kind is not null order by period_kind);
create temp type period_text as enum (
  select distinct period from visible.value($p, $scope_kind, $scope_code) where period is not null order by period);
select
  cast(indicator as indicator_text) as indicator,
  cast(name as name_text) as name,
  cast(institution_uscc as institution_uscc_text) as institution_uscc,
  cast(committee_id as committee_id_text) as committee_id,
  cast(dept as dept_text) as dept,
  cast(dimension as dimension_text) as dimension,
  cast(period_kind as period_kind_text) as period_kind,
  cast(period as period_text) as period,
  numerator, denominator, missing, excluded, published_in
from visible.value($p, $scope_kind, $scope_code)
