/** All reports. A report is added by its entry and one line here. */
import type { Report } from '../declare.ts';
import { institutions } from './r01-institutions.ts';
import { committees } from './r02-committees.ts';
import { committeeMembers } from './r03-committee-members.ts';
import { reviews } from './r04-reviews.ts';
import { followups } from './r05-followups.ts';
import { listActivities } from './r06-list-activities.ts';
import { delegations } from './r07-delegations.ts';
import { rectifications } from './r08-rectifications.ts';
import { cases } from './r09-cases.ts';
import { trainings } from './r10-trainings.ts';
import { courses } from './r11-courses.ts';
import { outreachEvents } from './r12-outreach-events.ts';
import { projects } from './r13-projects.ts';
import { intlProjects } from './r14-intl-projects.ts';
import { riskMonitoring } from './r15-risk-monitoring.ts';
import { incidents } from './r16-incidents.ts';
import { ethicsResearch } from './r17-ethics-research.ts';
import { typicalCases } from './r18-typical-cases.ts';
import { meetings } from './r19-meetings.ts';
import { actionItems } from './r20-action-items.ts';
import { staffTrainingBase } from './r21-staff-training-base.ts';
import { policyPublicity } from './r22-policy-publicity.ts';
import { deptMonitoring } from './r23-dept-monitoring.ts';
import { deptReferrals } from './r24-dept-referrals.ts';

const all = [
  institutions,
  committees,
  committeeMembers,
  reviews,
  followups,
  listActivities,
  delegations,
  rectifications,
  cases,
  trainings,
  courses,
  outreachEvents,
  projects,
  intlProjects,
  riskMonitoring,
  incidents,
  ethicsResearch,
  typicalCases,
  meetings,
  actionItems,
  staffTrainingBase,
  policyPublicity,
  deptMonitoring,
  deptReferrals
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
