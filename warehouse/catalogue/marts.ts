/**
 * The marts that entries may name (`warehouse/models/marts/<name>.sql`): the report whose records their rows are, or
 * null where a row is no record, and who a row belongs to. Each has record_key, institution_uscc, committee_id ('' for
 * none), submission_id, sheet_no and row_no (null where it is no record), and `dept` where a department may own it.
 */
export const indicatorMarts = {
  institution: { report: 'R01', owner: 'institution' },
  institution_activity: { report: 'R01', owner: 'institution' },
  committee: { report: 'R02', owner: 'institution' },
  committee_composition: { report: 'R02', owner: 'institution' },
  member: { report: 'R03', owner: 'institution' },
  review: { report: 'R04', owner: 'institution' },
  review_meeting: { report: 'R04', owner: 'institution' },
  followup: { report: 'R05', owner: 'institution' },
  list_activity: { report: 'R06', owner: 'institution' },
  delegation: { report: 'R07', owner: 'institution' },
  rectification: { report: 'R08', owner: 'institution' },
  case_file: { report: 'R09', owner: 'institution' },
  training: { report: 'R10', owner: 'either' },
  course: { report: 'R11', owner: 'institution' },
  outreach_event: { report: 'R12', owner: 'either' },
  project: { report: 'R13', owner: 'institution' },
  international_project: { report: 'R14', owner: 'institution' },
  incident: { report: 'R16', owner: 'institution' },
  ethics_research: { report: 'R17', owner: 'institution' },
  typical_case: { report: 'R18', owner: 'institution' },
  meeting: { report: 'R19', owner: 'department' },
  meeting_unit: { report: 'R19', owner: 'department' },
  regular_meeting_target: { report: null, owner: 'department' },
  action_item: { report: 'R20', owner: 'department' },
  staff_base: { report: 'R21', owner: 'institution' },
  policy_publicity: { report: 'R22', owner: 'either' },
  department_summary: { report: 'R23', owner: 'department' },
  department_duty: { report: 'R23', owner: 'department' },
  referral: { report: 'R24', owner: 'department' },
  report_due: { report: null, owner: 'line' },
  coverage: { report: null, owner: 'either' },
  rejection: { report: null, owner: 'either' }
} as const satisfies Record<
  string,
  { report: string | null; owner: 'institution' | 'department' | 'either' | 'line' }
>;

export type Mart = keyof typeof indicatorMarts;

export const isMart = (name: string): name is Mart => name in indicatorMarts;
