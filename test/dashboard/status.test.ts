import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { colours, shapes, type Tone } from '../../dashboard/status.ts';

const css = readFileSync(join(import.meta.dirname, '../../dashboard/app.css'), 'utf8');
const value = (name: string): string => new RegExp(`--${name}: (#[0-9a-f]{3,6});`).exec(css)?.[1] ?? '';

test('drawings and pages use the same colours', () => {
  for (const tone of Object.keys(colours) as Tone[]) expect(value(tone)).toBe(colours[tone]);
});

test('no two states that a reader must tell apart share a shape', () => {
  expect(new Set(Object.values(shapes)).size).toBe(Object.keys(shapes).length);
});

test('every state is readable on white and on its own ground (WCAG AA)', () => {
  for (const tone of Object.keys(colours) as Tone[]) {
    expect(contrast(colours[tone], '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours[tone], value(`${tone}-soft`))).toBeGreaterThanOrEqual(4.5);
  }
});

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
