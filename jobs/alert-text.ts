/** The sentence of an alert, by one pattern for all rules, in both languages and for any day. */
import type { Words } from '#ingest/declare.ts';
import { codeLists } from '#ingest/codes/index.ts';
import { days, type Calendar, type Day } from '#warehouse/calendar.ts';
import type { Facts } from './episode.ts';
import type { Rule, Severity } from './rules/declare.ts';

export interface Said {
  severity: Severity;
  facts: Facts;
  institution_uscc: string | null;
  act_by: Day | null;
  data_day: Day | null;
}

/** `day`: the day on which it is read; days past and left are counted to it. */
export function alertText(rule: Rule, said: Said, day: Day, calendar: Calendar): Words {
  const { facts, act_by } = said;
  const severity = severityWords(said.severity);
  const who = institutionWords(said);
  const value = valueWords(rule, facts, day, calendar);
  const limit = facts.limit ?? '—';
  const data = said.data_day ?? '—';
  return {
    zh:
      `【${severity.zh}】${who.zh}：${rule.words.zh}。对象 ${facts.called.zh}；触发值 ${value.zh}，阈值 ${limit}；` +
      `数据截至 ${data}。依据：${rule.basis.zh}。请${act_by === null ? '' : `于 ${act_by} 前`}${rule.action.zh}。` +
      '本提示由填报数据自动生成，属疑似，待人工核实。',
    en:
      `[${severity.en}] ${who.en}: ${rule.words.en}. Object ${facts.called.en}; value ${value.en}, limit ${limit}; ` +
      `data as of ${data}. Basis: ${rule.basis.en}. ${act_by === null ? 'To do' : `Act by ${act_by}`}: ` +
      `${rule.action.en}. Generated from submitted data; unverified until confirmed.`
  };
}

export function severityWords(severity: Severity): Words {
  const item = codeLists.CL30.items.find(({ code }) => code === severity);
  return { zh: item?.zh ?? severity, en: item?.en ?? severity };
}

/** Whose matter it is. An institution that is not in the registry is called by its code. */
export function institutionWords(said: { facts: Facts; institution_uscc: string | null }): Words {
  const { department } = said.facts;
  if (department !== undefined) {
    const item = codeLists.CL03.items.find(({ code }) => code === department);
    return { zh: item?.zh ?? department, en: item?.en ?? department };
  }
  const name = said.facts.institution_name ?? said.institution_uscc;
  return name === null ? { zh: '单位不详', en: 'institution unknown' } : { zh: name, en: name };
}

export function valueWords({ value }: Rule, facts: Facts, day: Day, calendar: Calendar): Words {
  if (facts.value === null) return { zh: '—', en: '—' };
  if ('text' in value) return { zh: facts.value, en: facts.value };
  if ('days_past' in value) {
    const n = days(facts.value, day);
    return { zh: `已超期 ${n} 日`, en: `${plural(n, 'day')} overdue` };
  }
  const left = 'workdays_left' in value;
  const n = left ? calendar.workdays(day, facts.value) : calendar.workdays(facts.value, day);
  if (left && facts.value < day) return { zh: '期限已过', en: 'its day has passed' };
  if (left && facts.value === day) return { zh: '今日到期', en: 'due today' };
  if (n === 0)
    return left
      ? { zh: '剩余不足 1 个工作日', en: 'less than 1 working day left' }
      : { zh: '已超期不足 1 个工作日', en: 'less than 1 working day overdue' };
  return left
    ? { zh: `剩余 ${n} 个工作日`, en: `${plural(n, 'working day')} left` }
    : { zh: `已超期 ${n} 个工作日`, en: `${plural(n, 'working day')} overdue` };
}

const plural = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
