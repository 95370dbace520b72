/** The name of a file that somebody sent, in a form in which it may be shown, kept and given back. */
import { shownText } from './shown-text.ts';

const longest = 200;
/** Of its end, where the kind of file is said. */
const ending = 20;
/** What Windows takes for a device, with any ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * The last part of the path, without control signs, signs that turn the direction of writing and personal numbers, at
 * most 200 characters with the ending kept; `unnamed` where nothing is left.
 */
export function safeFileName(sent: string): string {
  const last = sent.split(/[\\/]/).at(-1) ?? '';
  // Windows drops blanks and dots at the end; a dot at the beginning hides a file elsewhere.
  const name = shownText(last.replace(/\p{Cc}/gu, '')).replace(/^[\s.]+|[\s.]+$/g, '');
  const characters = [...name];
  const whole =
    characters.length <= longest
      ? name
      : `${characters.slice(0, longest - ending - 1).join('')}…${characters.slice(-ending).join('')}`;
  return device.test(whole) ? `_${whole}` : whole || 'unnamed';
}
