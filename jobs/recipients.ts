/** Who gets mail: the posts of the city file, each with its mailbox and what it is told. */
import type { City, MailRecipient } from '#warehouse/city.ts';
import type { Words } from '#ingest/declare.ts';
import type { Scope } from '#warehouse/scope.ts';
import type { Facts } from './episode.ts';

export interface Recipient {
  /** Stable id of a post. */
  person: string;
  words: Words;
  mail: string;
  language: 'zh' | 'en';
  scope: Scope;
  /** The department or city that the scope stands for; an institution is called by its post. */
  whose: Words;
}

export type MailKind = MailRecipient['kinds'][number];

/** The posts that get mails of a kind. */
export function recipientsOf(city: City, kind: MailKind): Recipient[] {
  return city.recipients
    .filter(({ kinds }) => kinds.includes(kind))
    .map(({ person, words, mail, language, scope }) => {
      const department =
        scope.kind === 'department' ? city.departments.find(({ code }) => code === scope.code) : undefined;
      const address = mail ?? department?.mail;
      if (address === undefined) throw new Error(`No mailbox for ${person}`);
      const whose = department ?? (scope.kind === 'city' ? city : words);
      return { person, words, mail: address, language, scope, whose: { zh: whose.zh, en: whose.en } };
    });
}

/**
 * Whether a scope is told of an episode that it may see. Besides the rule's recipients, a step of the ladder tells
 * the supervising department (L2) and the lead department (L3); the city's posts are told of everything.
 */
export function isTold(
  scope: Scope,
  episode: { dept: string | null; facts: Pick<Facts, 'told' | 'institution' | 'levels'> },
  lead_department: string
): boolean {
  const { told, institution, levels } = episode.facts;
  switch (scope.kind) {
    case 'city':
      return true;
    case 'institution':
      return institution;
    case 'department':
      return (
        told.includes(scope.code) ||
        (levels.length > 0 && scope.code === episode.dept) ||
        (levels.some((level) => level !== 'L2') && scope.code === lead_department)
      );
  }
}
