import { expect, test } from 'vitest';
import { parameterWords } from '#warehouse/parameter-words.ts';
import { isCitation, refusedValue, typedParameters, typeOfParameter } from '#warehouse/parameter-types.ts';
import { defaultParameters, numericParameters } from '#warehouse/parameters.ts';

const keys = [...new Set(defaultParameters.map(({ key }) => key))];

test('every parameter has words in both languages and a type, and its default is a value of it', () => {
  expect([...typedParameters].sort()).toEqual([...keys].sort());
  for (const key of numericParameters) expect(['whole', 'yes_no'], key).toContain(typeOfParameter(key).kind);
  for (const { key, value } of defaultParameters) {
    expect(parameterWords(key).zh, key).not.toBe(key);
    expect(/\p{Script=Han}/u.test(parameterWords(key).en), key).toBe(false);
    expect(refusedValue(typeOfParameter(key), value), key).toBeUndefined();
  }
});

test('what is no value is refused', () => {
  const refused = (key: string, value: string, direction: 'up' | 'down' = 'up') =>
    refusedValue(typeOfParameter(key, { direction, unit: 'percent' }), value) !== undefined;
  for (const value of ['', '0', '366', '3.5', '-3', 'x'])
    expect(refused('decision_days', value), value).toBe(true);
  for (const value of ['2', '']) expect(refused('quorum_strict', value), value).toBe(true);
  for (const value of ['0/3', '4/3', '2:3', '0.5', '1/0'])
    expect(refused('consent_share_of_members', value), value).toBe(true);
  for (const value of ['02-30', '13-01', '3-31'])
    expect(refused('annual_report_mmdd', value), value).toBe(true);
  for (const value of ['09-01', '09-30/09-01', '09-01/09-31', '09-01/09-02/09-03'])
    expect(refused('campaign_national_sci_pop_month', value), value).toBe(true);
  const limits = 'threshold:IND-07-02.rate';
  for (const value of ['95', '85|95', '95|∞', '95|']) expect(refused(limits, value), value).toBe(true);
  for (const value of ['95|85', '90|90']) expect(refused(limits, value), value).toBe(false);
  for (const value of ['3|1']) expect(refused(limits, value, 'down'), value).toBe(true);
  for (const value of ['1|3', '30|∞']) expect(refused(limits, value, 'down'), value).toBe(false);
});

test('a citation names an article or the number of a document', () => {
  for (const { basis } of defaultParameters.filter(
    ({ kind, key }) => kind === 'law' && !key.startsWith('consent')
  ))
    expect(isCitation(basis), basis).toBe(true);
  for (const basis of ['国科发监〔2023〕167号', '国家卫生健康委令第24号', '《虚构办法》第12条第二款'])
    expect(isCitation(basis), basis).toBe(true);
  for (const basis of ['', 'D', '有关规定', '《虚构办法》', '第十七条'])
    expect(isCitation(basis), basis).toBe(false);
});
