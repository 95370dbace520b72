/** Every word on screen in English; as long as zh.ts, whose keys it must have. */
import type { Messages } from './messages.ts';

export const en: Messages = {
  product: 'Shanjian',
  tagline: (city) => `Research ethics governance in ${city}`,
  layout: {
    skip: 'Skip to content',
    menu: 'Menu',
    navigation: 'Main',
    demo: 'Demo data (fictional)',
    other_language: '中文',
    other_language_label: '切换为中文',
    asof: 'As of',
    asof_go: 'Show',
    past: (day) => `This page shows what was known on ${day}. What came in later is not counted.`,
    to_today: 'Back to the newest',
    asof_refused: (text) => `“${text}” is not a day, so the newest data are shown. Write days as 2026-06-30.`,
    asof_before: (day) => `There are data since ${day}; nothing can be shown for earlier days.`,
    failure: (at, job) =>
      `The last run of “${job}” did not finish (${at}). What is shown is what was published before and is unharmed.`,
    failure_says: 'Cause: ',
    jobs: { receive: 'receive reports', daily: 'daily run', digest: 'make digests', deliver: 'deliver mail' },
    empty: 'There are no data yet.',
    begin: 'Hand in the first report',
    published: (at, number) => `Published ${at} (publication ${number})`
  },
  nav: {
    overview: 'Overview',
    indicators: 'Indicators',
    alerts: 'Alerts',
    rectifications: 'Rectifications',
    institutions: 'Institutions',
    ledger: 'Reports due',
    submissions: 'Submissions',
    mails: 'Mail',
    dictionary: 'Dictionary',
    api: 'API',
    help: 'Help'
  },
  status: {
    green: 'On target',
    amber: 'Watch',
    red: 'Off target',
    info: 'For information',
    none: 'Not rated'
  },
  severity: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' },
  strength: { must: 'Must', promote: 'Promote', encourage: 'Encourage' },
  by: {
    city: 'City',
    department: 'Department',
    district: 'District',
    kind: 'Kind of institution',
    affiliation: 'Affiliation',
    institution: 'Institution',
    committee: 'Committee'
  },
  chart: {
    table: 'Table',
    save: 'Save picture',
    period: 'Period',
    provisional: 'provisional',
    shows: (title, latest) => `Line chart: ${title}. Latest: ${latest}. The same figures follow as a table.`,
    green_from: (value) => `target ${value}`
  },
  figure: {
    numerator: 'Numerator',
    denominator: 'Denominator',
    missing: 'Missing',
    missing_count: (n) => `${n} missing`,
    bounds: 'Bounds',
    bounds_of: (low, high) => `${low} to ${high}`,
    bounds_why: 'The value if all that is missing were unfavourable, or favourable',
    value: 'Value',
    parts: 'n / N',
    change: 'Change',
    year_before: 'on the year',
    same: 'same',
    better: 'better',
    worse: 'worse',
    provisional: 'provisional',
    provisional_short: '…',
    counted: 'Counted',
    provisional_why: 'The period still runs; valued at the day shown',
    small: 'Denominator too small to rate',
    period: 'Period',
    state: 'Status',
    group: 'Group',
    valued_at: (day) => `Valued on ${day}`
  },
  list: {
    pages: 'Pages',
    total: (n) => `${n} in all`,
    page_of: (at, last) => `Page ${at} of ${last}`,
    previous: 'Previous',
    next: 'Next',
    apply: 'Filter',
    export: 'Export CSV',
    show: 'Show',
    clear: 'Clear',
    all: 'All',
    nothing: 'Nothing matches.',
    search_institution: 'Name of institution'
  },
  overview: {
    title: 'Overview',
    today: 'What needs you today',
    open_alerts: 'Open alerts',
    overdue_rectifications: 'Overdue rectifications',
    overdue_reports: 'Overdue reports',
    silent: 'Silent institutions',
    silent_of: (n) => `of ${n} institutions`,
    waiting: (n) => `${n} records waiting`,
    items: (n) => n,
    none: 'none',
    attention: 'Needs attention',
    all_alerts: (n) => (n === '1' ? 'The alert' : `All ${n} alerts`),
    no_alerts: 'No alert is open.',
    act_by: (day) => `act by ${day}`,
    act_overdue: (days) => (days === '1' ? 'to act: 1 day ago' : `to act: ${days} days ago`),
    measures: 'Status of the measures',
    measure: (number) => (number.startsWith('G') ? `Guarantee ${number.slice(1)}` : `Measure ${number}`),
    indicator: 'Indicator',
    latest: 'Latest period',
    trend: '13 periods',
    alerts_of: (n) => (n === '1' ? '1 alert' : `${n} alerts`),
    trends: 'Trends',
    turnaround: 'Turnaround of reviews (days)',
    rates: 'On-time rates',
    summary: (n) => `${n} indicators`,
    no_data: 'No data yet',
    data_day: (day) => `Last report received: ${day}`
  },
  indicators: {
    title: 'Indicators',
    intro: 'By measure. An indicator’s page has its definition, legal basis, trend and spread.',
    period: (name) => `Period: ${name}`
  },
  indicator: {
    headline: 'City',
    definition: 'Basis, thresholds and formula',
    note: 'Note',
    thresholds: 'Thresholds',
    threshold_from: 'From',
    threshold_basis: 'Basis',
    no_thresholds: 'Not rated; only the trend counts.',
    basis: 'Legal basis',
    formula: 'Formula (SQL)',
    reports: 'Reports used',
    strength: 'Strength',
    direction: { up: 'higher is better', down: 'lower is better', neutral: 'neither is better' },
    period_kind: { month: 'monthly', quarter: 'quarterly', year: 'yearly' },
    trend: 'Trend',
    spread: 'Spread',
    by: (by) => `By ${by.toLowerCase()}`,
    by_institution: 'By institution, worst first',
    records: 'Records',
    records_of: (group) => `Records: ${group}`,
    choose_period: 'Period',
    show: 'Show',
    no_figures: 'No figures in this period.',
    open_alerts: (n) => (n === '1' ? '1 open alert' : `${n} open alerts`)
  },
  records: {
    title: (indicator) => `Records: ${indicator}`,
    back: 'Back to the indicator',
    show: 'Shown',
    record: 'Record',
    counted: 'Counts in',
    part: { numerator: 'Numerator', denominator_only: 'Denominator only', missing: 'Missing' },
    cell: 'Source',
    row_of: (row) => `row ${row}`,
    agrees: 'equals the figure',
    differs: 'differs from the figure: please tell the data steward'
  },
  record: {
    yes: 'yes',
    no: 'no',
    versions: 'Versions',
    version: (number) => `Version ${number}`,
    holds: 'holds',
    superseded: 'superseded',
    indicators: 'Indicators',
    file: 'File',
    place: (sheet, row) => (sheet ? `sheet “${sheet}”, row ${row}` : `row ${row}`),
    received: 'Received',
    published: 'Published',
    publication: (day, number) => `${day} (publication ${number})`,
    action: 'Action',
    actions: { add: 'add', update: 'update', void: 'void' },
    field: 'Column',
    value: 'Read as',
    submitted: 'As submitted',
    cell: 'Cell',
    no_cell: 'not in the file',
    changed: 'changed'
  },
  facts: {
    committee_from: 'Committee since',
    committee_until: 'Committee until',
    registration_due_date: 'Registration due',
    ceased_date: 'Ceased',
    period: 'Period',
    accepted_date: 'Accepted',
    due_date: 'Due',
    decided_date: 'Decided',
    turnaround_days: 'Days taken',
    received_date: 'Received',
    report: 'Report',
    report_period: 'Report period',
    workdays_late: 'Working days late',
    done_date: 'Done'
  },
  submissions: {
    title: 'Submissions',
    upload: 'Hand in a report',
    choose: 'Choose files, or drop them here',
    templates: 'Templates: ',
    send: 'Hand in',
    forms:
      'CSV (UTF-8, GB18030), XLSX or JSON. The file is kept as it is; the report is recognised, every cell checked, and the result shown.',
    sending: 'Sending',
    checking: 'Sent; being checked …',
    not_sent: 'Not sent. Check the network and hand it in again; nothing was received.',
    see_result: 'Result',
    search: 'File name',
    receipt: 'Receipt',
    file: 'File',
    received: 'Received',
    channel: (channel) =>
      ({ inbox: 'inbox', upload: 'web', api: 'API', import: 'import' })[channel] ?? channel,
    report: 'Report',
    rows: 'Rows',
    accepted: 'Accepted',
    remarked: 'Remarks',
    rejected: 'Rejected',
    unchanged: 'Unchanged',
    state: {
      published: 'Published',
      returned: 'Returned',
      validated: 'Accepted, not published',
      duplicate: 'Duplicate',
      received: 'In work',
      withdrawn: 'Withdrawn'
    },
    state_says: {
      published: 'The accepted rows count.',
      returned: 'The file was not accepted; no row of it counts.',
      validated:
        'The rows passed, but publishing did not finish; what was published before is unharmed and it will be tried again.',
      duplicate: 'Equal to a file handed in before; nothing has changed.',
      received: 'The file is kept and being checked.',
      withdrawn: 'This submission was withdrawn.'
    },
    result: 'Result',
    remedy: 'What to do: ',
    size: 'Size',
    publication: 'Publication',
    duration: 'Took',
    seconds: (n) => `${n} s`,
    download: 'Download the file',
    template: 'Template',
    sheets: 'Sheets',
    whole_file: 'the whole file',
    of_rows: (rows, accepted, rejected) => `${rows} rows, ${accepted} accepted, ${rejected} rejected`,
    unknown_columns: (columns) => `Columns not used: ${columns}`,
    comma: ', ',
    skipped: (n) => `${n} lines not read as records`,
    row: (row) => `row ${row}`,
    why: (why) =>
      ({
        title: 'title',
        header: 'header',
        footer: 'footer',
        total: 'total',
        blank: 'blank',
        note: 'note',
        hidden: 'hidden'
      })[why] ?? why,
    findings: 'Findings',
    no_findings: 'Every cell was checked and nothing found.',
    cell: 'Cell',
    column: 'Column',
    value: 'Value',
    blank: '(blank)',
    level_label: 'Verdict',
    level: { reject: 'Rejected', remark: 'Remark' },
    wrong: 'What is wrong',
    remedy_head: 'What to do',
    rule: 'Rule',
    another: 'Back to the submissions'
  },
  sheet: {
    back: 'Back to the findings',
    cell: (address) => `Cell ${address}: `,
    row_at: (row) => `Row ${row}`,
    colon: ': ',
    blank: '(blank)',
    row: 'Row',
    rejected: 'row rejected',
    earlier: 'Earlier rows',
    later: 'Later rows',
    as_submitted: 'As it stands in the file.'
  },
  ledger: {
    title: 'Reports due',
    intro:
      'Every report that every institution owes: due day, received, overdue. A nil report counts as reported; silence is not nil.',
    report: 'Report',
    due: 'Due',
    received: 'Received',
    late: 'Working days late',
    rows: 'Rows',
    rejected: 'Rejected',
    status: {
      overdue: 'Overdue',
      expected: 'Expected',
      partly: 'Accepted in part',
      late: 'Late',
      on_time: 'On time',
      nil: 'Nil report',
      withdrawn: 'Not owed'
    }
  },
  institutions: {
    title: 'Institutions',
    alerts: 'Alerts',
    rectifications: 'Overdue rectifications',
    reports: 'Overdue reports',
    received: 'Last report',
    never: 'never',
    inactive: 'inactive'
  },
  institution: {
    identity: 'Identity',
    active: 'Status',
    is_active: 'active',
    sensitive: 'Sensitive fields',
    tasks: 'Research tasks',
    committee: 'Active committee',
    alerts: (n) => (n === '1' ? '1 open alert' : `${n} open alerts`),
    figures: 'Figures',
    rectifications: (n) => (n === '1' ? '1 rectification' : `${n} rectifications`),
    submissions: (n) => (n === '1' ? '1 submission' : `${n} submissions`)
  },
  rectifications: {
    title: 'Rectifications',
    search: 'Number, institution or issue',
    number: 'Number',
    issue: 'Issue',
    due: 'Due',
    issued: 'Issued',
    major: 'major',
    overdue: (days) => (days === '1' ? '1 day overdue' : `${days} days overdue`),
    left: (days) => (days === '1' ? '1 working day left' : `${days} working days left`),
    extended: (day) => `extended, was ${day}`,
    state: {
      overdue: 'Overdue',
      due_soon: 'Due soon',
      open: 'In progress',
      submitted: 'Awaiting acceptance',
      closed: 'Closed',
      cancelled: 'Cancelled'
    }
  },
  alerts: {
    title: 'Alerts',
    intro: 'Generated from submitted data: a suspicion until a person has confirmed it.',
    severity: 'Severity',
    rule: 'Rule',
    state: { open: 'Open', closed: 'Closed', all: 'All' },
    suspected: 'suspected, unverified',
    opened: (day) => `raised ${day}`,
    closed_on: (day) => `closed ${day}`,
    record: 'Record',
    kind: { L: 'law', P: 'parameter', I: 'information' },
    only: (name) => `Only ${name}`,
    all_institutions: 'Show all institutions'
  },
  mails: {
    title: 'Mail',
    intro:
      'At most one digest a person a day, with what is new, worse or recovered. Without a mail server, mails are kept in the outbox folder.',
    day: 'Day',
    subject: 'Subject',
    person: 'To',
    sent_at: 'Sent',
    attempts: 'Attempts',
    attempts_of: (n) => (n === '1' ? '1 attempt' : `${n} attempts`),
    next: (at) => `next attempt ${at}`,
    nothing: 'No mail yet.',
    last_error: 'Last error: ',
    delivery: 'Delivery',
    html: 'Content',
    text: 'Plain text',
    back: 'Back to the mail',
    state: { queued: 'Queued', sending: 'Sending', sent: 'Sent', written: 'In the outbox', failed: 'Failed' }
  },
  dictionary: {
    title: 'Dictionary',
    intro: 'Derived from the entries that the indicators and checks are compiled from.',
    reports: 'Reports',
    indicators: 'Indicators',
    report: 'Report',
    about: 'About',
    who: 'Submitted by',
    frequency: 'How often',
    deadline: 'By when',
    columns: 'Columns',
    key: 'Key',
    column: 'Column',
    type: 'Type',
    required: 'Required',
    meaning: 'Meaning',
    example: 'Example',
    codes: (n) => `${n} values`,
    checks: 'Checks',
    check: 'Check',
    consequence: 'Consequence',
    remedy: 'What to do',
    basis: 'Basis',
    back: 'Back to the dictionary',
    template: 'Download the template',
    required_is: { yes: 'yes', conditional: 'conditional', no: 'no' },
    types: {
      string: 'text',
      strings: 'texts, joined by ;',
      code: 'code',
      codes: 'codes, joined by ;',
      bool: 'yes/no',
      int: 'whole number',
      decimal: 'decimal',
      date: 'date',
      datetime: 'date and time',
      month: 'month',
      quarter: 'quarter'
    }
  },
  help: {
    title: 'Help',
    states: {
      green: 'Meets the target.',
      amber: 'Under the target but not yet off limits: watch it.',
      red: 'Off limits: act.',
      info: 'Encouraged only: shown for information, never rated red or amber.',
      none: 'Denominator too small, no data, or neither way is better: not rated.'
    },
    sections: [
      {
        title: 'States',
        text: ['Every state is a colour, a shape and a word, so that it survives a black-and-white print.']
      },
      {
        title: 'Where a number comes from',
        text: [
          'A number leads to the records in its numerator and denominator and to what is missing; a record to its versions; a cell address to the file as it was handed in.',
          'Missing is not zero. A rate shows what is missing and, where it can be known, its bounds if the missing ones went either way.'
        ]
      },
      {
        title: 'As of a day',
        text: [
          'Choose a day at the top and every page shows what was known then, without what came in later. The day is part of the address and can be passed on.'
        ]
      },
      {
        title: 'Handing in',
        text: [
          'Under “Submissions”: CSV, XLSX or JSON, headers in Chinese or English, columns in any order; title lines above and notes below are passed over.',
          'Rows with mistakes are rejected, the others accepted. Hand in the corrected rows or the whole file again: rows that are unchanged count once.'
        ]
      },
      {
        title: 'Alerts and rectifications',
        text: [
          'Alerts are generated from submitted data and are a suspicion until a person has confirmed it. An alert closes when its condition clears; silence never closes one.',
          'Rectifications are listed by their deadline, overdue ones first.'
        ]
      }
    ]
  },
  error: {
    home: 'Back to the overview',
    says: {
      not_found: {
        title: 'There is no such page',
        text: 'The address may be wrong, or what it names was not known on the day chosen. Check it, or look from the overview.'
      },
      no_file: { title: 'No file came', text: 'Choose a file and hand it in again.' },
      failed: {
        title: 'The page could not be shown',
        text: 'No data were touched. Try again later, or give this address to the data steward.'
      },
      too_large: {
        title: 'The file is too large',
        text: 'It is above the limit for uploads and was not received. Split it and hand in the parts.'
      }
    }
  }
};
