/** What stands between the tags of elements of one name, in one pass: a tag that is never closed costs no second look. */

const tags = new Map<string, RegExp>();

/** Start and end tags of that name, whatever their prefix. */
function tagsOf(name: string): RegExp {
  const known = tags.get(name);
  if (known) return known;
  const made = new RegExp(`<(/?)(?:[\\w.-]+:)?${name}(?:\\s[^<>]*?)?(/?)>`, 'g');
  tags.set(name, made);
  return made;
}

/** Inner text of the elements of that name in order; of one within another of its name, the outer begins it. */
export function elementsOf(xml: string, name: string): string[] {
  const found: string[] = [];
  let open = -1;
  for (const tag of xml.matchAll(tagsOf(name))) {
    if (tag[1] === '/') {
      if (open !== -1) found.push(xml.slice(open, tag.index));
      open = -1;
    } else if (open === -1 && tag[2] !== '/') open = tag.index + tag[0].length;
  }
  return found;
}

/** The text without the elements of that name. */
export function withoutElements(xml: string, name: string): string {
  let text = '';
  let from = 0;
  let open = -1;
  for (const tag of xml.matchAll(tagsOf(name))) {
    if (tag[1] !== '/') {
      if (open === -1 && tag[2] !== '/') open = tag.index;
    } else if (open !== -1) {
      text += xml.slice(from, open);
      from = tag.index + tag[0].length;
      open = -1;
    }
  }
  return text + xml.slice(from);
}
