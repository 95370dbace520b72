/**
 * A digest as HTML for mail programs: tables and inline styles only, since Outlook, Foxmail and webmail drop style
 * sheets, and nothing to fetch. Severity is a word on its colour, never a colour alone.
 */
import type { Severity } from '../rules/declare.ts';
import type { DigestView, ViewItem, ViewSection } from './digest-view.ts';
import { escapeHtml as e } from './escape.ts';

/** White text on each has a contrast of at least 4.5 : 1. */
const colours: Record<Severity, string> = {
  critical: '#a61b1b',
  high: '#b3500f',
  medium: '#7a5c00',
  low: '#566273'
};

const font = `font-family:'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',Arial,sans-serif`;
const ink = '#1f2733';
const quiet = '#566273';
const line = '#dfe4ea';
const link = '#1d4f91';

export function digestHtml(view: DigestView): string {
  const lang = view.language === 'zh' ? 'zh-CN' : 'en';
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light"><title>${e(view.subject)}</title></head>
<body style="margin:0;padding:0;background-color:#f3f5f7">
${table(`width="100%" bgcolor="#f3f5f7"`)}<tr><td align="center" style="padding:20px 8px">
<!--[if mso]><table role="presentation" width="680" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
${table(`width="100%" bgcolor="#ffffff"`, `max-width:680px;background-color:#ffffff;border:1px solid ${line}`)}
${header(view)}
${view.sections.map(section(view.language === 'zh' ? '；' : '; ')).join('\n')}
${ending(view)}
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body></html>
`;
}

const table = (attributes: string, style = '') =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" ${attributes} style="border-collapse:collapse;${style}">`;

/** The font stands on each cell, where Outlook looks for it; what is in the cell inherits it. */
const text = (size: number, colour: string, rest = '') =>
  `font-size:${size}px;line-height:1.6;color:${colour};${rest}`;

const header = (
  view: DigestView
) => `<tr><td style="${font};padding:22px 24px 18px;border-bottom:3px solid ${link}">
<div style="${text(13, quiet)}">${e(view.title)}</div>
<div style="${text(20, ink, 'font-weight:bold')}">${e(view.subtitle)}</div>
<div style="${text(15, ink, 'padding-top:4px')}">${e(view.summary)}</div>
</td></tr>`;

const section =
  (stop: string) =>
  ({ title, note, items, more }: ViewSection) => `<tr><td style="${font};padding:20px 24px 0">
<div style="${text(16, ink, `font-weight:bold;padding-bottom:6px;border-bottom:1px solid ${line}`)}">${e(title)}</div>
${note === null ? '' : `<div style="${text(13, quiet, 'padding-top:8px')}">${e(note)}</div>`}
${table('width="100%"')}
${items.map(row(stop)).join('\n')}
</table>
${more === null ? '' : `<div style="${text(13, quiet, 'padding-top:8px')}">${e(more)}</div>`}
</td></tr>`;

const row = (stop: string) => (item: ViewItem) => `<tr>
<td valign="top" width="64" style="padding:12px 12px 12px 0;border-bottom:1px solid ${line}">
${table('')}<tr><td bgcolor="${colours[item.severity]}" style="${font};padding:1px 8px;${text(13, '#ffffff', 'font-weight:bold;white-space:nowrap')}">${e(item.severity_word)}</td></tr></table></td>
<td valign="top" style="${font};padding:11px 0;border-bottom:1px solid ${line};word-break:break-word">
<div style="${text(15, ink, 'font-weight:bold')}"><a href="${e(item.url)}" style="color:${link};text-decoration:none">${e(item.head)}</a></div>
<div style="${text(14, ink)}">${parts(item, stop)}</div>
<div style="${text(13, quiet)}">${e(item.object)}${item.about === null ? '' : ` · ${e(item.about)}`}</div>
</td></tr>`;

/** Dates must not break at their hyphens. */
const parts = ({ says }: ViewItem, stop: string) =>
  says
    .map((said, i) => `<span style="white-space:nowrap">${e(said)}${i < says.length - 1 ? stop : ''}</span>`)
    .join('<wbr>');

const ending = (view: DigestView) => `<tr><td style="${font};padding:20px 24px 8px">
${view.links.map(({ label, url }) => `<a href="${e(url)}" style="${text(14, link, 'font-weight:bold;text-decoration:underline')}">${e(label)}</a>`).join('<span style="color:#ffffff">　　</span>')}
</td></tr>
<tr><td style="${font};padding:8px 24px 22px">
${view.footer.map((each) => `<div style="${text(12, quiet)}">${e(each)}</div>`).join('\n')}
</td></tr>`;
