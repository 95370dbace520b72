/** Text of a file, or its name, in a form in which it may be shown: on pages, in mails, in the log. */
import { withoutPersonalData } from './codes/personal-data.ts';

/** Signs that are seen only in what they do to the text around them. */
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const control = new RegExp(`[\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]+`, 'g');

/** One line without control signs, signs that turn the direction of writing, halves of pairs and personal numbers. */
export function shownText(text: string, most = Infinity): string {
  const plain = withoutPersonalData(text.toWellFormed().replace(turning, '').replace(control, ' '));
  const characters = plain.length > most ? [...plain] : [];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : plain;
}
