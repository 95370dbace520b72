/** As steward-zh.ts. */
export const stewardEn = {
  progress: {
    title: 'Progress',
    stage: {
      sending: 'Sending',
      waiting: 'Waiting',
      reading: 'Reading',
      checking: 'Checking',
      publishing: 'Publishing'
    },
    rows: (done: string) => `${done} rows done`,
    rows_of: (done: string, all: string) => `${done} of ${all} rows`,
    rows_about: (done: string, all: string) => `${done} of about ${all} rows read`,
    rate: (rows: string) => `${rows} rows a second`,
    left: (time: string) => `about ${time} left of this stage`,
    seconds: (n: string) => `${n} s`,
    minutes: (n: string) => `${n} min`,
    leave: 'The file is kept. You may leave this page: the work goes on.',
    still: 'This page refreshes by itself.',
    broken: 'The connection to the server broke and is being made again; the work goes on.'
  },
  runs: {
    title: 'Runs',
    intro: 'What the jobs of the system did. A failed job leaves published data as they were.',
    now: 'Running now',
    idle: 'Nothing is running.',
    list: 'All runs',
    job: 'Job',
    outcome_label: 'Outcome',
    outcome: { running: 'running', done: 'done', failed: 'failed', 'broken off': 'broken off' },
    started: 'Started',
    duration: 'Took',
    files: 'Files',
    rows: 'Rows',
    accepted: 'Accepted',
    rejected: 'Rejected',
    publication: 'Publication',
    withdrawn: (n: string) => `${n} withdrawn`,
    mails: (n: string) => `${n} mails`,
    says: 'Details',
    times: (n: string) => `${n} times in a row, last at `,
    again: 'Run again',
    again_label: (job: string, at: string) => `Run again: ${job}, ${at}`,
    begun: 'It runs again.',
    not_begun: 'That run did not fail.',
    nothing: 'No run matches.'
  },
  rerun: {
    button: 'Read again',
    says: 'The kept file is checked by the rules of today, as a submission of its own; what was found here stays.',
    from: 'Read again from',
    refused: 'It is still in work, or the same as one handed in before, and cannot be read again.'
  },
  same_as: 'Same as',
  withdraw: {
    button: 'Withdraw',
    title: 'Withdraw a file',
    back: 'Back to the result',
    what: 'When it is withdrawn:',
    effects: [
      'Its rows leave the numbers with the next publication; its records are again what the other files say.',
      'What it had reported is owed again, and the ledger says that it was withdrawn.',
      'The file, what was found in it and the reason are kept, and what was known before stays as it was.',
      'It cannot be undone. To bring the file back, read it again or hand it in again.'
    ],
    reason: 'Reason',
    reason_hint: 'For example: rows of another institution by mistake',
    confirm: 'Withdraw it',
    cancel: 'Do not',
    at: 'Withdrawn at',
    by: 'Withdrawn by',
    by_city: 'the city',
    publication: (n: string) => `no longer counted from publication ${n}`,
    pending: 'The withdrawal is noted; the rows are being taken out.',
    refused: {
      reason: 'Give a reason of 2 to 500 characters.',
      withdrawn: 'It has been withdrawn already.',
      returned: 'It was returned whole: there is nothing to withdraw.',
      duplicate: 'It is the same as one handed in before: withdraw that one.'
    }
  },
  found: {
    title: 'Search findings',
    intro: 'What was found in all files. Withdrawn files are left out.',
    search: 'Value, column or rule',
    file: 'File',
    check: 'Rule',
    institution: 'Institution',
    period: 'Report period',
    wrong: 'What is wrong, and what to do',
    same: 'All of this kind',
    first: 'Back to the first page',
    next: 'Next page',
    total: (n: string) => `${n} in all`
  }
};
