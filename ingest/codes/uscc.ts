/**
 * The unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, the last a check over the
 * first 17. Positions 9–17 are the organisation code (GB 11714): eight characters and a check of their own.
 * Texts are taken as they are: trim them and make them half-width upper case first.
 */

/** 31 symbols, no I O S V Z; the value of a symbol is its index. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** W_i = 3^(i−1) mod 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const SHAPE = '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$';

/** Of the organisation code letters count from A = 10, without gaps. */
const BODY_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
/** The check symbol by the remainder of the weighted sum: 11 − remainder, where 10 is X and 11 is 0. */
const BODY_CHECKS = '0X987654321';

const shape = new RegExp(SHAPE);

function weighted(text: string, alphabet: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => {
    const value = alphabet.indexOf(text.charAt(at));
    if (value < 0 || text.charAt(at) === '')
      throw new RangeError(`${text}: no symbol of the code at ${at + 1}`);
    return sum + value * weight;
  }, 0);
}

/** The 18th character. Throws a RangeError when one of the 17 is no symbol of the code. */
export const usccCheckDigit = (first17: string): string =>
  ALPHABET.charAt((31 - (weighted(first17, ALPHABET, WEIGHTS) % 31)) % 31);

/** The 9th character of the organisation code, which is the 17th of the whole. */
export const usccBodyCheckDigit = (body8: string): string =>
  BODY_CHECKS.charAt(weighted(body8, BODY_ALPHABET, BODY_WEIGHTS) % 11);

/** Whether a text has the shape of a code and its 18th character is right. */
export const isUscc = (text: string): boolean => shape.test(text) && usccCheckDigit(text) === text.charAt(17);

/** Whether the organisation code inside a code has the right check: real codes exist that fail it. */
export const usccBodyHolds = (uscc: string): boolean =>
  usccBodyCheckDigit(uscc.slice(8, 16)) === uscc.charAt(16);

/** A code with both checks, for example of `12210100` (kind, area) and `00000001`. */
export function makeUscc(first8: string, body8: string): string {
  const first17 = first8 + body8 + usccBodyCheckDigit(body8);
  return first17 + usccCheckDigit(first17);
}

const sumSql = (expr: string, alphabet: string, weights: readonly number[], from: number): string =>
  weights
    .map((weight, at) => `(strpos('${alphabet}', substr(${expr}, ${from + at}, 1)) - 1) * ${weight}`)
    .join(' + ');

/**
 * `isUscc` as a boolean SQL expression; null for null. Give a column: the expression stands in it 19 times.
 * The check symbol weighs 1, so that the sum of all 18 is a multiple of 31.
 */
export const usccHoldsSql = (expr: string): string =>
  `(regexp_matches(${expr}, '${SHAPE}') and (${sumSql(expr, ALPHABET, [...WEIGHTS, 1], 1)}) % 31 = 0)`;

/** `usccBodyHolds` as SQL. */
export const usccBodyHoldsSql = (expr: string): string =>
  `substr('${BODY_CHECKS}', 1 + (${sumSql(expr, BODY_ALPHABET, BODY_WEIGHTS, 9)}) % 11, 1) = substr(${expr}, 17, 1)`;
