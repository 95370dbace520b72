import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codeListIds, codeLists } from '#ingest/codes/index.ts';
import { specification } from '../reports/specification.ts';

test('the code lists are those of the specification, item by item', () => {
  const ours = codeListIds.map((id) => {
    const { name, zh, items } = codeLists[id];
    return { id: codeLists[id].id, name, zh, items };
  });
  expect(ours).toEqual(specification.code_lists);
  expect(codeListIds).toHaveLength(65);
});

test('a list stands under its own id, and its codes are unique keys', () => {
  for (const [id, list] of Object.entries(codeLists)) {
    expect(list.id).toBe(id);
    expect(list.name).toMatch(/^[a-z][a-z0-9_]*$/);
    const codes = list.items.map((item) => item.code);
    expect(new Set(codes).size, id).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z][a-z0-9_]*$/);
  }
});

test('within a list no wording means two codes', () => {
  for (const [id, list] of Object.entries(codeLists)) {
    const wordings = list.items.flatMap(({ code, zh, en }) => [...new Set([code, zh, en])]);
    expect(new Set(wordings).size, id).toBe(wordings.length);
  }
});

test('only the districts come from the city', () => {
  const empty = codeListIds.filter((id) => codeLists[id].items.length === 0);
  expect(empty).toEqual(['CL20']);
  expect(codeLists.CL20.from_city).toBe(true);
});

test('the districts of Shenyang are six digits, and what is retired becomes one of them or nothing', () => {
  const file = new URL('../../../warehouse/city/shenyang.json', import.meta.url);
  const { districts, retired_districts } = JSON.parse(readFileSync(file, 'utf8')) as {
    districts: { code: string; zh: string; en: string }[];
    retired_districts: { code?: string; zh: string; becomes: string | null }[];
  };
  const codes = districts.map((district) => district.code);
  expect(codes).toHaveLength(14);
  expect(new Set(codes).size).toBe(14);
  expect(codes).not.toContain('210101');
  for (const code of codes) expect(code).toMatch(/^2101\d\d$/);
  for (const { zh, becomes } of retired_districts) {
    expect(districts.map((district) => district.zh)).not.toContain(zh);
    if (becomes !== null) expect(codes).toContain(becomes);
  }
});
