/** Where the declarations knowingly differ from the written specification, and why. */

/** Columns whose requiredness differs. */
export const requiredness: Record<
  string,
  { spec: 'Y' | 'C' | 'N'; ours: 'yes' | 'conditional' | 'no'; why: string }
> = {
  'R01.internal_rules': {
    spec: 'Y',
    ours: 'conditional',
    why: 'The list has no code for “none”. A unit without any internal rule would be rejected, and with it the only source of denominators, though an indicator and a rule look for just that. It is accepted with a remark.'
  }
};

/** Columns whose example differs. */
export const examples: Record<string, { spec: string; ours: string; why: string }> = {
  'R14.involves_data_export': {
    spec: '',
    ours: 'N',
    why: 'The column is required, so that an example without it would be rejected.'
  }
};

/** Columns that no specified report has, appended to the form. */
export const added: Record<string, string> = {
  'R03.changed_date':
    'RULE-02-04 (registration not updated) counts 30 days from a change among the members; optional.',
  'R03.platform_updated_date':
    'RULE-02-04 asks whether the national platform shows the change, which only the institution can say; optional.',
  'R06.exempt_document':
    'A ground of exemption asks for the name of its document, and the form has no cell for it; optional.',
  'R09.unit_or_head_suspected':
    'RULE-09-04 (wrong investigator) needs to know whether the institution or its head is suspected; optional.',
  'R13.oldest_open_issue_date':
    'RULE-08-06 (uncorrected issues) counts 30 days from the finding, of which the form has only counts; optional.'
};

/** Columns that are conditional on something another report says: no check of one row can ask for them. */
export const conditionalElsewhere: Record<string, string> = {
  'R02.has_simplified_sop': 'Needed when R04 has simplified reviews in the period.',
  'R02.annual_list_report_date': 'Needed when R06 has listed activities under way.'
};

/** What the specification rejects and we accept with a remark: unlawful or absent, and a rule looks for it. */
export const remarkedNotRejected: Record<string, string> = {
  'R02.seven_members': '≥ 7 members is law, not truth: RULE-02-03 raises it.',
  'R03.term_five_years': 'A term over five years (VAL-06) is unlawful, not untrue: RULE-02-03 raises it.',
  'R04.quorum': 'Attendance under 5 is law: RULE-07-04 raises it.',
  'R04.two_thirds': 'Votes under two thirds are law: RULE-07-05 raises it.',
  'R11.four_hours': 'A course of under four hours, such as a chapter in another, is short but can be true.',
  'R19.absent_named':
    'Units outside the list of departments are invited as well, so that fewer names than absences can be true; more are rejected.',
  'R20.support_without_lead': 'Naming the leading department twice changes nothing that is counted.',
  'R23.issued_within': 'Issues found in an earlier quarter may be issued in this one.',
  'R06.five_experts': 'A panel under five is law: RULE-07-08 raises it.',
  'R06.two_thirds': 'Votes under two thirds are law: RULE-07-08 raises it.',
  'R06.decided_after_feedback': 'A decision that did not wait for the experts is unlawful, not untrue.',
  'R06.decided_as_opined': 'An approval against the experts is unlawful, not untrue: RULE-07-07 raises it.'
};
