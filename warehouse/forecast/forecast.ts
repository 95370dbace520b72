/**
 * Reviews, follow-ups, rectifications and action items that will be overdue on a day: if nothing happens, and at the
 * pace at which their owners closed such matters in the 24 months before. An estimate, not a promise (D).
 */
import { days, type Day } from '../calendar.ts';
import { question } from '../question.ts';
import type { Asking } from '../reader.ts';
import { scopeParams } from '../scope.ts';
import { chosenDay, meetingsOf, type ChosenDay } from './chosen-day.ts';
import { outlookOf, type Outlook } from './outlook.ts';
import { pacesOf, type Basis } from './paces.ts';
import { staysOpen } from './survival.ts';

export const MATTERS = ['review', 'followup', 'rectification', 'action_item'] as const;
export type MatterKind = (typeof MATTERS)[number];

/** In which report each is handed in. */
const REPORT: Record<MatterKind, string> = {
  review: 'R04',
  followup: 'R05',
  rectification: 'R08',
  action_item: 'R20'
};

export interface AskForecast {
  day?: Day;
}

/** A row of `read/forecast.sql`. */
export interface ForecastLine {
  kind: MatterKind;
  institution_uscc: string | null;
  institution_name: string | null;
  institution_kind: string | null;
  /** The department that leads an action item. */
  dept: string | null;
  supervising_dept: string | null;
  /** Null where the row tells how many of an owner lasted equally long. */
  record_key: string | null;
  due_date: Day | null;
  summary: string | null;
  entered: number;
  days: number;
  is_open: boolean;
  is_closed: boolean;
  n: number;
}

/** An open matter that is due before the day chosen. */
export interface DueMatter {
  kind: MatterKind;
  report: string;
  record_key: string;
  institution_uscc: string | null;
  institution_name: string | null;
  /** The supervising department, or the one that leads. */
  supervising_dept: string | null;
  summary: string | null;
  due_date: Day;
  is_overdue: boolean;
  /** Days since it began. */
  age_days: number;
  /** That it is still open on the day chosen (0–1), whose closures say so, and how many these are. */
  probability: number;
  basis: Basis;
  closures: number;
}

export interface KindOutlook extends Outlook {
  kind: MatterKind;
  /** Closed in the 24 months before: what the pace rests on. */
  closures: number;
}
export interface GroupOutlook extends Outlook {
  /** Code of the department or the institution. */
  group: string;
  /** Of the institution; null for a department. */
  name: string | null;
}

export interface Forecast extends ChosenDay {
  /** What was known on this day is what the forecast rests on. */
  from: Day;
  total: Outlook;
  kinds: KindOutlook[];
  /** Most expected first. */
  departments: GroupOutlook[];
  institutions: GroupOutlook[];
  /** Most likely to be overdue first, then the longest due. */
  matters: DueMatter[];
}

export async function forecast(asking: Asking, ask: AskForecast = {}): Promise<Forecast> {
  const { warehouse, moment, scope } = asking;
  const chosen = chosenDay(moment.day, ask.day, await meetingsOf(asking));
  const lines = await warehouse.engine.all(question('forecast'), {
    p: moment.publication,
    day: moment.day,
    until: chosen.day,
    ...scopeParams(scope)
  });
  return forecastOf(moment.day, chosen, lines as unknown as ForecastLine[]);
}

/** The numbers, from the rows that `read/forecast.sql` gives for the two days. */
export function forecastOf(from: Day, chosen: ChosenDay, lines: readonly ForecastLine[]): Forecast {
  const spells = lines.filter(({ record_key }) => record_key === null);
  const matters = dueMatters(from, chosen.day, spells, lines);
  const open = spells.filter(({ is_open }) => is_open);
  const ofKind = (kind: MatterKind): KindOutlook => ({
    kind,
    closures: sum(spells.filter((line) => line.kind === kind && line.is_closed)),
    ...outlookOf(
      sum(open.filter((line) => line.kind === kind)),
      matters.filter((matter) => matter.kind === kind)
    )
  });
  return {
    ...chosen,
    from,
    total: outlookOf(sum(open), matters),
    kinds: MATTERS.map(ofKind),
    departments: grouped(open, matters, ({ supervising_dept }) => [supervising_dept, null]),
    institutions: grouped(open, matters, ({ institution_uscc, institution_name }) => [
      institution_uscc,
      institution_name
    ]),
    matters
  };
}

const sum = (lines: readonly { n: number }[]): number => lines.reduce((total, { n }) => total + n, 0);
const owned = (line: ForecastLine) => ({
  ...line,
  owner: line.institution_uscc ?? line.dept ?? '',
  closed: line.is_closed
});

function dueMatters(
  from: Day,
  until: Day,
  spells: readonly ForecastLine[],
  lines: readonly ForecastLine[]
): DueMatter[] {
  const paceOf = pacesOf(spells.map(owned));
  const ahead = days(from, until);
  return lines
    .flatMap((line) => {
      if (line.record_key === null || line.due_date === null) return [];
      const { basis, curve } = paceOf(owned(line));
      return {
        kind: line.kind,
        report: REPORT[line.kind],
        record_key: line.record_key,
        institution_uscc: line.institution_uscc,
        institution_name: line.institution_name,
        supervising_dept: line.supervising_dept,
        summary: line.summary,
        due_date: line.due_date,
        is_overdue: line.due_date < from,
        age_days: line.days,
        probability: staysOpen(curve, line.days, ahead),
        basis,
        closures: curve.closures
      };
    })
    .sort(
      (a, b) =>
        b.probability - a.probability ||
        a.due_date.localeCompare(b.due_date) ||
        a.record_key.localeCompare(b.record_key)
    );
}

type Grouped = Pick<ForecastLine, 'institution_uscc' | 'institution_name' | 'supervising_dept'>;

/** Of every group that has something open, all kinds together; `of` gives its code and name. */
function grouped(
  open: readonly ForecastLine[],
  matters: readonly DueMatter[],
  of: (one: Grouped) => [string | null, string | null]
): GroupOutlook[] {
  const groups = new Map<string, { name: string | null; open: number; matters: DueMatter[] }>();
  const at = (one: Grouped) => {
    const [group, name] = of(one);
    if (group === null) return undefined;
    let found = groups.get(group);
    if (!found) groups.set(group, (found = { name, open: 0, matters: [] }));
    return found;
  };
  for (const line of open) {
    const group = at(line);
    if (group) group.open += line.n;
  }
  for (const matter of matters) at(matter)?.matters.push(matter);
  return [...groups]
    .map(([group, one]) => ({
      group,
      name: one.name,
      ...outlookOf(one.open, one.matters)
    }))
    .sort(
      (a, b) => b.expected - a.expected || b.overdue_then - a.overdue_then || a.group.localeCompare(b.group)
    );
}
