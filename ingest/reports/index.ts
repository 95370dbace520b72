/** All reports. A report is added by its entry and one line here. */
import type { Report } from '../declare.ts';
import { institutions } from './r01-institutions.ts';
import { committees } from './r02-committees.ts';
import { committeeMembers } from './r03-committee-members.ts';
import { reviews } from './r04-reviews.ts';
import { rectifications } from './r08-rectifications.ts';
import { cases } from './r09-cases.ts';
import { projects } from './r13-projects.ts';
import { staffTrainingBase } from './r21-staff-training-base.ts';

const all = [
  institutions,
  committees,
  committeeMembers,
  reviews,
  rectifications,
  cases,
  projects,
  staffTrainingBase
] as const;

export type ReportId = (typeof all)[number]['id'];
export type ReportTable = (typeof all)[number]['table'];

export const reports: readonly Report[] = all;

const byId = new Map<string, Report>(all.map((report) => [report.id, report]));
const byTable = new Map<string, Report>(all.map((report) => [report.table, report]));

/** The report of an id; undefined for a text that is none. */
export function reportById(id: ReportId): Report;
export function reportById(id: string): Report | undefined;
export function reportById(id: string): Report | undefined {
  return byId.get(id);
}

/** The report whose rows lie in a table; undefined for a text that is none. */
export function reportByTable(table: ReportTable): Report;
export function reportByTable(table: string): Report | undefined;
export function reportByTable(table: string): Report | undefined {
  return byTable.get(table);
}

/** The report of an id that came from our own records. Throws RangeError for any other. */
export function reportOf(id: string): Report {
  const report = byId.get(id);
  if (!report) throw new RangeError(`No report ${id}`);
  return report;
}
