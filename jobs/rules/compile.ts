/** From a rule's entry to the SQL that judges all its objects at once. */
import { reportById } from '#ingest/reports/index.ts';
import { workdays, type Recipient, type Rule, type Value } from './declare.ts';

/** What the compiled question answers: one row per offending object, and one per open episode that is judged clear. */
export interface Judged {
  object_id: string;
  verdict: 'offends' | 'clear' | 'lapsed';
  severity: string | null;
  institution_uscc: string | null;
  institution_name: string | null;
  supervising_dept: string | null;
  called_zh: string | null;
  called_en: string | null;
  about: string | null;
  /** Date or text of the rule's `value`. */
  value: string | null;
  limit_value: string | null;
  act_by: string | null;
  /** Working days left until the reminders' date, and the date. */
  left_workdays: number | null;
  until: string | null;
  /** The department that answers itself, where no institution does. */
  own_dept: string | null;
  /** Department codes of the recipients that are departments. */
  told: (string | null)[];
  /** One per entry of `escalations`, in order. */
  reached: (boolean | null)[];
  /** Day of the newest data that the verdict stands on. */
  data_day: string;
}

/**
 * The question of a rule at publication `$p` and day `$day`. Parameter `$open`: JSON array of the object ids with an open
 * episode. An object that is not judged, or whose verdict is unknown, does not appear.
 */
export function judgingSql(rule: Rule): string {
  const p = '$p';
  const levels = rule.escalations.map(({ when }) => `coalesce(${when}, false)`);
  return `
with judged as materialized (
  select m.*, day, cast(${rule.object} as varchar) as object_id, (${rule.offends}) as is_offending
  from marts.${rule.mart}(${p}) m, (select cast($day as date) as day)
  where ${rule.judged}
),
offending as (
  select
    object_id, 'offends' as verdict, institution_uscc, ${rule.severity} as severity,
    cast(${rule.called?.zh ?? rule.object} as varchar) as called_zh,
    cast(${rule.called?.en ?? rule.object} as varchar) as called_en, cast(${rule.about ?? 'null'} as varchar) as about,
    cast(${expressionOf(rule.value)} as varchar) as value, cast(${rule.limit} as varchar) as limit_value,
    cast(${rule.act_by && 'date' in rule.act_by ? rule.act_by.date : 'null'} as varchar) as act_by,
    ${leftSql(rule)} as left_workdays, cast(${rule.reminders?.until ?? 'null'} as varchar) as until,
    ${list(rule.recipients.flatMap(columnOf), 'varchar')} as columns_told,
    cast(${rule.dept ?? 'null'} as varchar) as own_dept,
    ${list(levels, 'boolean')} as reached
  from judged where is_offending
),
ended as (
  select object_id, case when ${rule.lapses ?? 'false'} then 'lapsed' else 'clear' end as verdict, institution_uscc
  from judged
  where not is_offending and object_id in (select unnest(from_json($open, '["VARCHAR"]')))
),
verdicts as (
  select * from offending
  union all by name
  select * from ended
),
received as (
  select institution_uscc, max(received_date) as received_date
  from marts.coverage(${p})
  where report = '${rule.report ?? ''}'
  group by institution_uscc
)
select
  v.* exclude (columns_told), i.institution_name, coalesce(i.supervising_dept, v.own_dept) as supervising_dept,
  list_concat(${list(rule.recipients.flatMap(namedOf), 'varchar')}, columns_told) as told,
  coalesce(c.received_date, n.day) as data_day
from verdicts v
left join marts.institution(${p}) i on i.institution_uscc = v.institution_uscc and i.is_latest
left join received c on c.institution_uscc = v.institution_uscc
left join meta.publication n on n.number = ${p}
order by v.object_id`;
}

/**
 * Which of `$gone` (JSON array: objects with an open episode that the mart no longer has) are known not to matter any
 * more; null where this rule can never know. What merely vanished is missing, and missing data ends nothing.
 */
export function goneSql(rule: Rule): string | null {
  const p = '$p';
  const report = rule.report === null ? undefined : reportById(rule.report);
  const known =
    rule.gone?.replaceAll('{{p}}', p) ??
    (report &&
      `object_id in (select record_key from staging.${report.table}
        where published_in <= ${p} and superseded_in > ${p} and row_action = 'void')`);
  if (known === undefined) return null;
  return `
select object_id
from (select unnest(from_json($gone, '["VARCHAR"]')) as object_id)
where object_id not in (select cast(${rule.object} as varchar) from marts.${rule.mart}(${p}))
  and (${known})`;
}

function expressionOf(value: Value): string {
  if ('days_past' in value) return value.days_past;
  if ('workdays_past' in value) return value.workdays_past;
  return 'workdays_left' in value ? value.workdays_left : value.text;
}

function leftSql({ reminders }: Rule): string {
  return reminders ? workdays('day', reminders.until) : 'cast(null as integer)';
}

const columnOf = (to: Recipient): string[] => (typeof to === 'object' && 'column' in to ? [to.column] : []);

function namedOf(to: Recipient): string[] {
  if (to === 'supervising_dept') return ['coalesce(i.supervising_dept, v.own_dept)'];
  return typeof to === 'object' && 'department' in to ? [`'${to.department}'`] : [];
}

const list = (items: readonly string[], type: string) => `cast([${items.join(', ')}] as ${type}[])`;
