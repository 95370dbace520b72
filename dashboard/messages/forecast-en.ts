/** Words of the forecast of what will be overdue. */
import type { Messages } from './messages.ts';

export const forecastEn: Messages['forecast'] = {
  title: 'Overdue forecast',
  link: 'Overdue by the next meeting',
  until: (day) => `By ${day}`,
  chosen: {
    asked: 'The day that you chose.',
    meeting: 'The next meeting that is known.',
    three_months: 'No next meeting is known: three months after the last regular one.',
    quarter: 'No next meeting is known: the end of the quarter.'
  },
  estimate:
    '“Expected” is an estimate from how fast such matters were closed before, not a promise; the actual number falls within “Range” about eight times in ten.',
  how: 'How it is estimated',
  rests_on: (day) =>
    `It rests on the reviews, follow-ups, rectifications and action items published by ${day}.`,
  how_says: {
    due: '“If nothing is closed” looks at due days alone: everything open whose day will have passed.',
    pace: '“Expected” looks at the pace: from the days that matters of the same kind took from begin to close at the same institution (for action items, the same leading department) in the 24 months before, those still open counted up to now, follows how likely a matter of such an age is still open on the day (Kaplan–Meier); these chances are added up. A review begins with its acceptance, a follow-up when the one before fell due (the first with the decision), a rectification when issued, an action item when assigned.',
    few: 'With fewer than 5 closed, the pace is that of institutions of the same kind; failing these too, of all institutions and departments that you may see; with none closed at all, nothing is expected to be closed. Each matter says whose pace it is and how many closed matters it rests on.',
    spread:
      'The range runs from the 10th to the 90th percentile, matters taken as independent. What is exempt, withdrawn or cancelled is left out; a review whose clock stands still for a re-review has no due day and counts as open alone.'
  },
  day: 'Look at',
  go: 'Forecast',
  by_kind: 'By kind of matter',
  by_department: 'By department',
  by_institution: 'By institution',
  kind_head: 'Kind of matter',
  department: 'Department in charge',
  kind: {
    review: 'Ethics reviews',
    followup: 'Follow-up reviews',
    rectification: 'Rectifications',
    action_item: 'Action items'
  },
  closed_in: (n) => `${n} closed in 24 months`,
  total: 'Total',
  open: 'Open',
  overdue_now: 'Overdue now',
  overdue_then: 'If nothing is closed',
  newly: 'Of these new',
  expected: 'Expected',
  range: 'Range',
  less_than: (n) => `under ${n}`,
  matters: 'Matters whose due day will have passed',
  matter: 'Matter',
  owner: 'Institution or department',
  due: 'Due',
  is_overdue: 'overdue',
  age: 'Age',
  days: (n) => `${n} d`,
  probability: 'Still open then',
  basis: 'Pace of',
  basis_of: {
    own: (n) => `itself: ${n} closed`,
    kind: (n) => `its kind: ${n} closed`,
    all: (n) => `all: ${n} closed`,
    nobody: (n) => `none known (${n})`
  }
};
