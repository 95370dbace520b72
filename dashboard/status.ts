/** How a state looks: the one place that knows its colour and its shape. The word comes from the messages. */
import type {
  AlertRow,
  DeliveryRow,
  DueStatus,
  RectificationRow,
  Status,
  SubmissionRow
} from '#warehouse/answers.ts';

/** Circle: in order. Triangle: look. Square: act. Ring: for information. Dash: nothing can be said. */
export type Shape = 'circle' | 'triangle' | 'square' | 'ring' | 'dash';

/** The tone decides colour (app.css: `--green`, `--green-soft` …) and shape. */
export type Tone = 'green' | 'amber' | 'red' | 'plain' | 'none';

/** Hex values for drawings; app.css repeats them as custom properties and a test compares. */
export const colours: Record<Tone, string> = {
  green: '#1a774a',
  amber: '#946200',
  red: '#b3261e',
  plain: '#4a5868',
  none: '#5f6a76'
};

export const shapes: Record<Tone, Shape> = {
  green: 'circle',
  amber: 'triangle',
  red: 'square',
  plain: 'ring',
  none: 'dash'
};

export const figureTone: Record<Status, Tone> = {
  green: 'green',
  amber: 'amber',
  red: 'red',
  info: 'plain',
  none: 'none'
};

export const severityTone: Record<AlertRow['severity'], Tone> = {
  critical: 'red',
  high: 'red',
  medium: 'amber',
  low: 'plain'
};

export const rectificationTone: Record<RectificationRow['state'], Tone> = {
  overdue: 'red',
  due_soon: 'amber',
  open: 'plain',
  submitted: 'plain',
  closed: 'green',
  cancelled: 'none'
};

export const dueTone: Record<DueStatus, Tone> = {
  expected: 'plain',
  on_time: 'green',
  nil: 'green',
  late: 'amber',
  partly: 'amber',
  overdue: 'red',
  withdrawn: 'none'
};

export const submissionTone: Record<SubmissionRow['state'], Tone> = {
  received: 'plain',
  validated: 'amber',
  published: 'green',
  returned: 'red',
  duplicate: 'none',
  withdrawn: 'none'
};

export const deliveryTone: Record<DeliveryRow['state'], Tone> = {
  queued: 'plain',
  sending: 'plain',
  sent: 'green',
  written: 'green',
  failed: 'red'
};
