/** Every word on screen in English; as long as zh.ts, whose keys it must have. */
import { stewardEn } from './steward-en.ts';
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
    pull: (source) => `fetching from ${source}`,
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
    quality: 'Data quality',
    findings: 'Findings',
    runs: 'Runs',
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
    excluded: 'Left out',
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
    period_kind: {
      month: 'monthly',
      quarter: 'quarterly',
      half_year: 'half-yearly',
      semester: 'by semester',
      year: 'yearly'
    },
    trend: 'Trend',
    spread: 'Spread',
    by: (by) => `By ${by.toLowerCase()}`,
    by_institution: 'By institution, worst first',
    records: 'Records',
    records_of: (group) => `Records: ${group}`,
    choose_period: 'Period',
    choose_every: 'Every',
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
    part: {
      numerator: 'Numerator',
      denominator_only: 'Denominator only',
      missing: 'Missing',
      excluded: 'Left out'
    },
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
    begun_date: 'Approved or begun',
    started_date: 'Carried out since',
    ended_date: 'Over since',
    approved_date: 'Approved by review',
    release_approved_date: 'Release approved',
    change_report_due_date: 'To be reported by',
    screening_due_date: 'Screening day',
    quorum_ok: 'Quorum met',
    composition_ok: 'Composition met',
    vote_ok: 'Votes met',
    decision_hours: 'Hours to decision',
    report_hours: 'Hours to first report',
    limit_hours: 'Limit (hours)',
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
  steward: stewardEn,
  submissions: {
    title: 'Submissions',
    ways_in: 'Ways in',
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
      ({
        inbox: 'inbox',
        upload: 'web',
        ledger: 'ledger',
        api: 'API',
        pull: 'fetched',
        import: 'import',
        rerun: 'read again'
      })[channel] ?? channel,
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
      received: 'The file is kept and in work.',
      withdrawn: 'Its rows are not counted; the file and what was found in it are kept.'
    },
    result: 'Result',
    remedy: 'What to do: ',
    size: 'Size',
    publication: 'Publication',
    duration: 'Took',
    seconds: (n) => `${n} s`,
    download: 'Download the file',
    slip: 'Download the return slip',
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
  mapping: {
    title: 'Column mapping',
    intro:
      'Files that come from a system of your own, under other headers, are mapped here once and kept as a profile; later files of the kind are read by it as they are. Each change makes a version, and every file and record says by which version it was read.',
    all: 'Mapping profiles',
    one: 'Mapping profile',
    back: 'Back to the mapping profiles',
    map: 'Map the columns',
    none: 'There are no mapping profiles yet. Upload a sample, or choose “Map the columns” on the page of a file that was returned.',
    sample_title: 'Make a profile from a sample',
    sample_choose: 'Sample file',
    sample_send: 'Upload the sample',
    sample_says:
      'A sample serves the mapping alone: it is not handed in, counts nowhere, and is deleted after a day.',
    sample_gone: 'The sample has been deleted. Please upload it again.',
    name: 'Name of the profile',
    name_example: 'e.g. Export of the ethics system',
    owner: 'Belongs to',
    owner_says:
      'It reads the files that its institution or department hands in; a profile of the city reads those of all.',
    owner_code: 'Credit code of the other institution',
    other_institution: 'Another institution (give its code)',
    note: 'Note (optional)',
    version_head: 'Version',
    version: (n: string) => `Version ${n}`,
    holds: 'in force',
    superseded: 'superseded',
    changed: 'Last changed',
    created: 'Made',
    files: 'Files read',
    has_read: (n: string) => `${n} files read`,
    in_use: 'In use',
    retired: 'Retired',
    in_use_says: (owner: string, kind: string) =>
      kind === 'city'
        ? 'It reads such files whoever hands them in.'
        : `It reads such files that ${owner} hands in.`,
    retired_says: (at: string) => `Retired at ${at}: it reads no file received since.`,
    retire: 'Retire',
    retire_says:
      'Once retired it reads no file that is received; what it has read stays as it is. Saving a new version puts it to use again.',
    revise: 'Change it',
    revise_says:
      'When the export changes, upload a new sample: the mapping starts from the version in force and is saved as a new one.',
    saved: (n: string) =>
      `Saved as version ${n}. Files of the kind that are received from now on are read by it.`,
    entries: (n: string) => `${n} columns mapped`,
    ours: 'Column of the report',
    theirs: 'Filled from their column',
    values: 'What stands there',
    codes: 'Wordings and codes',
    constant: 'Fixed value',
    colon: ': ',
    period_said: 'The period in the title lines of the file, else assumed from the day of receipt',
    uscc_said: 'The credit code in the title lines of the file, else that of the submitter',
    written: 'or write it',
    choose: 'Report and header',
    choose_says: 'The report is guessed by the names and contents of the columns. Check it first.',
    new_version_of: (name: string, n: string) =>
      `Starts from the version of “${name}” in force and is saved as version ${n}.`,
    as_report: 'Read as',
    likeliest: ' (likeliest)',
    sheet: 'Sheet',
    header_row: 'Header in row',
    look_again: 'Suggest anew',
    first_rows: 'First rows of the file',
    fields: 'Column by column',
    fields_says:
      'These are suggestions: check each. A required column needs a column of the file or, where there is none, a fixed value.',
    rest: (n: string) => `Other optional columns (${n})`,
    unused: (columns: string) => `Columns of the file that are not used: ${columns}`,
    required: 'required',
    no_column: '(not in the file)',
    none_given: '(none)',
    empty_column: '(empty in the first rows)',
    sure: 'Suggested',
    check: 'Please check',
    open: 'To be mapped',
    wrong: 'Wrong',
    wordings: 'Their wordings, our codes',
    wordings_later: 'Choose “Preview” to see the wordings of this column and give them codes.',
    no_code: '(as it stands)',
    keep: 'Save the profile',
    preview: 'Preview',
    save: 'Save',
    save_and_apply: 'Save, and read this file by it',
    busy: 'Working…',
    correct: 'Please correct first:',
    misses:
      'This file was not handed in by the owner chosen, so the profile would not read it. Choose another owner, or only save the profile.',
    preview_counts: (rows: string, accepted: string, rejected: string) =>
      `${rows} rows read: ${accepted} would be accepted, ${rejected} rejected.`,
    concerned: 'Rows concerned',
    preview_first: 'Only the beginning of the file is previewed.',
    in_rows: (rows: string) => `rows ${rows}`,
    as_read: 'As read (first rows)',
    nothing_kept:
      'A preview is checked like a file that is handed in, but nothing of it is kept or published.',
    no_match: 'This mapping does not read the table: its header lacks a column that was chosen.',
    read_by: (name: string, version: string) => `Read by version ${version} of the mapping profile “${name}”`
  },
  ledger: {
    title: 'Reports due',
    intro:
      'Every report that every institution and department owes: due day, received, overdue. A nil report counts as reported; silence is not nil.',
    owner: 'Institution or department',
    report: 'Report',
    due: 'Due',
    received: 'Received',
    rows: 'Rows accepted',
    actions: 'To do',
    search: 'Name or code',
    stop: '; ',
    late_by: (n: string, days: number) =>
      days === 0 ? 'less than a working day late' : `${n} working ${days === 1 ? 'day' : 'days'} late`,
    overdue_by: (n: string, days: number) =>
      days === 0 ? 'less than a working day ago' : `${n} working ${days === 1 ? 'day' : 'days'} ago`,
    left: (n: string, days: number) =>
      days === 0 ? 'due today' : `${n} working ${days === 1 ? 'day' : 'days'} left`,
    still_rejected: (n: string) => `${n} rows to correct`,
    late_rows: (n: string) => `${n} rows after the due day`,
    owed: 'Still owed',
    template: 'Form',
    nil: 'Nil',
    nil_taken: 'Declared: there was nothing to report. Receipt',
    nil_coming: 'The declaration has come and is being taken. Receipt',
    nil_returned: 'The declaration was returned. Receipt',
    nil_stop: '.',
    nil_undo: 'A mistake can be withdrawn on that page.',
    nil_refused: 'Not declared: ',
    owes: (n: string) => `Owed (${n})`,
    owes_nothing: 'Nothing is owed.',
    owes_says:
      'With periods that still run. Forms come with institution and period filled in; hand them in on the page of files.',
    hand_in: 'Hand in a file',
    done: 'Handed in',
    all_lines: 'The whole ledger',
    status: {
      overdue: 'Overdue',
      expected: 'Expected',
      partly: 'Accepted in part',
      late: 'Late',
      on_time: 'On time',
      nil: 'Nil report',
      withdrawn: 'Withdrawn'
    }
  },
  quality: {
    title: 'Data quality',
    intro: (from: string, to: string) =>
      `Rows, acceptance, late and overdue reports from ${from} to ${to}; contradictions among all records as known now.`,
    by_report: 'By report',
    by_owner: 'By institution and department',
    owner: 'Institution or department',
    owners: 'Reported by',
    last: 'Last received',
    days: (n: string) => `${n} d ago`,
    never: 'Never',
    rows: 'Rows',
    acceptance: 'Accepted',
    due: 'Due',
    on_time: 'On time',
    late: 'Late',
    overdue: 'Overdue',
    contradictions: 'Contradictions',
    all_contradictions: 'All contradictions',
    sort: 'Order',
    sorts: {
      overdue: 'Most overdue',
      late: 'Most late',
      rejected: 'Least accepted',
      contradictions: 'Most contradictions',
      silent: 'Longest silent'
    },
    contradictions_title: 'Contradictions between reports',
    contradictions_intro:
      'Records that are possible by themselves and contradict one another. Nothing is rejected or changed for it: the institution compares both reports and corrects the wrong one.',
    check: 'Check',
    record: 'Record',
    cell: 'Cell',
    problem: 'What is wrong',
    remedy: 'What to do',
    basis: 'Basis',
    reference: (report: string, field: string) => `Reference ${report} ${field}`
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
    all_templates: 'Download all templates (one workbook)',
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
          'Rows with mistakes are rejected, the others accepted. Hand in the corrected rows or the whole file again: rows that are unchanged count once.',
          'A file from a system of your own, under other headers, need not be changed: choose “Map the columns” on the page of the returned file, check what is suggested, look at the preview and save. Later files of the kind are read by this profile.'
        ]
      },
      {
        title: 'Templates and return slips',
        text: [
          'The template of each report is in the data dictionary and under “Submissions”: its headers say what is wanted, choices drop down, and a guide and an example come with it. Several reports may be handed in as one workbook.',
          'When a file has been checked, “Download the return slip” gives the submitted workbook back: cells at fault are marked and noted, a first sheet lists every fault, what to do and by when, and everything else is as it was. Correct the slip itself, save it and hand it in.'
        ]
      },
      {
        title: 'Progress, withdrawal, search',
        text: [
          'After the upload you see the file being read, checked and published; you may leave the page, the work goes on. “Runs” lists what the jobs did, how long they took and how they ended; one that failed can be run again and leaves published data as they were.',
          'A file handed in by mistake is withdrawn on its result page, with a reason: its rows leave the numbers, the file and its trace stay, and what was known before stays as it was. A returned file can also be read again by the rules of today.',
          '“Findings” searches all files for cells that were rejected or remarked on; the address of a cell leads to its place in the file.'
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
