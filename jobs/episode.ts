/** An alert episode: one offence of one object from the day it was seen until it ended, and what happened between. */
import type { Words } from '#ingest/declare.ts';
import type { ControlStore } from '#warehouse/control/store.ts';
import type { Day } from '#warehouse/calendar.ts';
import type { Scope } from '#warehouse/scope.ts';
import type { Level, Severity } from './rules/declare.ts';

/** What the text of an alert is made of, so that it can be said in either language and on any day. */
export interface Facts {
  institution_name: string | null;
  /** Code of the department that answers itself, where no institution does. */
  department?: string;
  /** How a person calls the object. */
  called: Words;
  /** What it is about, as submitted. */
  about: string | null;
  /** Date or text, by the rule's `value`. */
  value: string | null;
  limit: string | null;
  /** Departments that are told, by code; `institution`: it is told itself. */
  told: string[];
  institution: boolean;
  /** Steps of the ladder that were reached. */
  levels: Level[];
}

/** Scope for the questions about episodes; of an unknown kind it matches nothing. */
export const episodeScope = (scope: Scope) => ({
  scope_kind: scope.kind,
  scope_code: 'code' in scope ? scope.code : ''
});

export interface OpenEpisode {
  id: number;
  object_id: string;
  institution_uscc: string | null;
  dept: string | null;
  severity: Severity;
  act_by: Day | null;
  data_day: Day | null;
  facts: string;
}

export type EventKind =
  'opened' | 'worse' | 'better' | 'changed' | 'stage' | 'escalated' | 'recovered' | 'lapsed' | 'voided';

/** `from`: severity before; `workdays_left`, `until`: of a reminder; `level`: of an escalation. */
export interface EventDetail {
  from?: Severity;
  workdays_left?: number;
  until?: Day;
  level?: Level;
}

export interface EpisodeEvent {
  episode_id: number;
  at: string;
  day: Day;
  kind: EventKind;
  severity: Severity;
  data_day: Day | null;
  facts: string | null;
  detail: EventDetail;
}

export function recordEvent(control: ControlStore, event: EpisodeEvent): void {
  control.run(
    `insert into episode_event (episode_id, at, day, kind, severity, data_day, facts, detail)
     values ($episode_id, $at, $day, $kind, $severity, $data_day, $facts, $detail)`,
    { ...event, detail: JSON.stringify(event.detail) }
  );
}
