/** A digest as plain text, with everything that the HTML says. */
import type { DigestView, ViewItem, ViewSection } from './digest-view.ts';

export function digestText(view: DigestView): string {
  return [
    view.title,
    view.subtitle,
    view.summary,
    ...view.sections.map(section),
    view.links.map(({ label, url }) => `${label}\n${url}`).join('\n'),
    view.footer.join('\n')
  ]
    .join('\n\n')
    .concat('\n');
}

const section = ({ title, note, items, more }: ViewSection) =>
  [`== ${title} ==`, note, ...items.map(item), more].filter((part) => part !== null).join('\n\n');

const item = (each: ViewItem) =>
  [
    `[${each.severity_word}] ${each.head}`,
    each.says.join(' · '),
    each.about === null ? each.object : `${each.object} · ${each.about}`,
    each.url
  ].join('\n  ');
