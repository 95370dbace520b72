/** All alert rules. A rule is added by its entry; a measure's file by one line here. */
import { measure07 } from './measure-07.ts';
import { measureG2 } from './measure-g2.ts';
import type { Rule } from './declare.ts';

export const rules: readonly Rule[] = [...measure07, ...measureG2];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of an id. @throws Error for an id that no entry declares. */
export function ruleById(id: string): Rule {
  const rule = byId.get(id);
  if (!rule) throw new Error(`No such rule: ${id}`);
  return rule;
}
