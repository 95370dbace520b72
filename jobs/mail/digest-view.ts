/** A digest in its reader's language: what HTML and plain text both say, word for word. */
import type { Calendar, Day } from '#warehouse/calendar.ts';
import { institutionWords, severityWords, valueWords } from '../alert-text.ts';
import { sections, type DigestContent, type DigestItem, type Section } from '../digest-content.ts';
import type { Recipient } from '../recipients.ts';
import type { Severity } from '../rules/declare.ts';
import { alertLink, alertsLink, type Links } from './links.ts';
import {
  counted,
  digestName,
  footer,
  institutions,
  label,
  levelWords,
  more,
  product,
  sectionNote,
  sectionWords
} from './words.ts';

export interface DigestView {
  language: 'zh' | 'en';
  subject: string;
  title: string;
  /** Whose, and of which day. */
  subtitle: string;
  summary: string;
  sections: ViewSection[];
  links: { label: string; url: string }[];
  footer: string[];
}

export interface ViewSection {
  title: string;
  /** What should be known of the section, or null. */
  note: string | null;
  items: ViewItem[];
  /** What was left out for length, or null. */
  more: string | null;
}

export interface ViewItem {
  severity: Severity;
  severity_word: string;
  /** Institution and rule. */
  head: string;
  url: string;
  object: string;
  /** What it is about, as submitted, or null. */
  about: string | null;
  /** Value, limit, what changed, the last day to act: each short enough for one line. */
  says: string[];
}

/** Items of a section that a mail lists; the dashboard has the rest. */
const LISTED: Record<Section, number> = {
  new: 30,
  worse: 30,
  reminder: 30,
  reports: 30,
  recovered: 15,
  critical: 10
};
/** Names that an item gives of those of whom the same is said. */
const NAMED = 8;

export interface DigestAsk {
  recipient: Recipient;
  content: DigestContent;
  day: Day;
  data_day: Day;
  calendar: Calendar;
  links: Links;
}

export function digestView({ recipient, content, day, data_day, calendar, links }: DigestAsk): DigestView {
  const { language, scope } = recipient;
  const whose = oneLine(recipient.whose[language]);
  const counts = sections
    .filter((section) => content[section].length > 0 && section !== 'critical')
    .map((section) => counted[section](content[section].length)[language]);
  const comma = language === 'zh' ? '、' : ', ';
  const where = language === 'zh' ? `（${day}，${whose}）` : ` (${day}, ${whose})`;
  const mark = language === 'zh' ? `【${product.zh}】` : `[${product.en}] `;
  const itemView = (item: DigestItem, section: Section): ViewItem =>
    viewOf(item, section, { language, day, calendar, links });
  return {
    language,
    subject: mark + counts.join(comma) + where,
    title: `${product[language]} · ${digestName[language]}`,
    subtitle: `${whose} · ${day}`,
    summary: counts.join(comma),
    sections: sections
      .filter((section) => content[section].length > 0)
      .map((section) => {
        const items = content[section];
        const left = items.length - LISTED[section];
        return {
          title: `${sectionWords[section][language]} (${items.length})`,
          note:
            scope.kind === 'institution' || !items.some(isOfOthers)
              ? null
              : (sectionNote[section]?.[language] ?? null),
          items: items.slice(0, LISTED[section]).map((item) => itemView(item, section)),
          more: left > 0 ? more(left)[language] : null
        };
      }),
    links: [
      { label: label.all_alerts[language], url: alertsLink(links, scope) },
      { label: label.all_rectifications[language], url: `${links.public_url}/rectifications` }
    ],
    footer: footer(data_day).map((words) => words[language])
  };
}

function viewOf(
  item: DigestItem,
  section: Section,
  {
    language,
    day,
    calendar,
    links
  }: Pick<DigestAsk, 'day' | 'calendar' | 'links'> & { language: 'zh' | 'en' }
): ViewItem {
  const { facts, rule } = item;
  const say = (key: keyof typeof label) => label[key][language];
  const highest = item.levels.toSorted().at(-1);
  const ended = section === 'recovered';
  const parts = ended
    ? [say(item.closed_as === 'voided' ? 'voided' : 'recovered')]
    : [
        valueWords(rule, facts, day, calendar)[language],
        facts.limit === null ? '' : `${say('text' in rule.value ? 'limit' : 'due')} ${facts.limit}`,
        item.before === null ? '' : `${say('rose_from')}“${severityWords(item.before)[language]}”`,
        highest === undefined ? '' : levelWords[highest][language],
        item.act_by === null ? '' : `${say('act_by')} ${item.act_by}`
      ];
  return {
    severity: item.severity,
    severity_word: severityWords(item.severity)[language],
    head: oneLine(`${whoOf(item, language)}${language === 'zh' ? '：' : ': '}${rule.words[language]}`),
    url: alertLink(links, { ...item, gathered: item.others.length > 0 }),
    object: oneLine(facts.called[language]),
    about: aboutOf(item, language),
    says: parts.filter((part) => part !== '')
  };
}

/** Whether it is for institutions to act, which get no mail themselves. */
const isOfOthers = ({ institution_uscc, rule }: DigestItem): boolean =>
  institution_uscc !== null || rule.reminders !== undefined;

const whoOf = (item: DigestItem, language: 'zh' | 'en'): string =>
  item.others.length > 0 ? institutions(item.others.length + 1)[language] : institutionWords(item)[language];

/** What it is about, as submitted; of many, who they are. */
function aboutOf(item: DigestItem, language: 'zh' | 'en'): string | null {
  const { about } = item.facts;
  if (item.others.length === 0) return about === null ? null : shortened(oneLine(about));
  const names = [item, ...item.others].map((one) => oneLine(institutionWords(one)[language])).sort();
  return names.slice(0, NAMED).join('、') + (names.length > NAMED ? ' …' : '');
}

/** Submitted text may hold line ends and other control characters; a subject or a line must not. */
const oneLine = (text: string) => text.replaceAll(/[\s\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();

const shortened = (text: string) => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
