/** Data validation of cells: what may be typed, what is said beside the cell, and when it is something else. */
import { escapeXml } from './xml-text.ts';

export interface Validation {
  /** `A7:A1048576` */
  cells: string;
  /** Nothing: only the prompt. */
  allows?:
    | { kind: 'list'; from: string }
    | { kind: 'whole' | 'decimal' | 'date' | 'textLength'; from?: string; to?: string };
  prompt?: { title: string; text: string };
  error?: { title: string; text: string };
}

/** Excel repairs a workbook whose texts are longer. */
const titleLength = 32;
const textLength = 255;

/** Choices inside the validation itself: at most 255 characters, and a comma parts them. */
export function choicesInline(choices: readonly string[]): string | undefined {
  const text = choices.join(',');
  const plain = choices.every((choice) => !/[,"]/.test(choice) && choice === choice.trim());
  return plain && text.length <= textLength ? `"${text}"` : undefined;
}

export function validationsXml(validations: readonly Validation[]): string {
  if (validations.length === 0) return '';
  return `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`;
}

function validationXml({ cells, allows, prompt, error }: Validation): string {
  const said = (name: string, text: string, most: number) => ` ${name}="${escapeXml(cut(text, most))}"`;
  return [
    '<dataValidation',
    allows ? ` type="${allows.kind}"` : '',
    allows && allows.kind !== 'list' ? ` operator="${operatorOf(allows)}"` : '',
    ' allowBlank="1"',
    prompt ? ' showInputMessage="1"' : '',
    allows ? ' showErrorMessage="1"' : '',
    error ? said('errorTitle', error.title, titleLength) + said('error', error.text, textLength) : '',
    prompt ? said('promptTitle', prompt.title, titleLength) + said('prompt', prompt.text, textLength) : '',
    ` sqref="${cells}">`,
    ...formulas(allows).map((formula, i) => `<formula${i + 1}>${escapeXml(formula)}</formula${i + 1}>`),
    '</dataValidation>'
  ].join('');
}

function operatorOf({ from, to }: { from?: string; to?: string }): string {
  if (from !== undefined && to !== undefined) return from === to ? 'equal' : 'between';
  return from === undefined ? 'lessThanOrEqual' : 'greaterThanOrEqual';
}

function formulas(allows: Validation['allows']): string[] {
  if (!allows) return [];
  if (allows.kind === 'list') return [allows.from];
  const { from, to } = allows;
  return from === to ? [from ?? ''] : [from, to].flatMap((formula) => formula ?? []);
}

/** Not through the middle of a character that takes two places. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
