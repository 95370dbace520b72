/**
 * From which columns each column of a query comes, read off the engine's own parse of it. Good for our models and
 * entries, which name what they read; what cannot be resolved (a field of a struct, a parameter of a lambda) says nothing.
 */

/** What a column comes from, as `relation.column`. */
export type Origins = ReadonlySet<string>;

/** Origins by column; under `ROWS` those that decide which rows there are. */
export type Columns = ReadonlyMap<string, Origins>;
export const ROWS = '*';

/** The columns of a relation outside of the query, by its schema and name; undefined where it is not known. */
export type Relation = (schema: string, name: string) => Columns | undefined;

type Node = { [key: string]: unknown };
/** Relations that can be read at a place, by alias, innermost first. */
type Sources = readonly (readonly [string, Columns])[];
type Named = ReadonlyMap<string, Columns>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const node = (value: unknown): Node => (isNode(value) ? value : {});
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

/** `parsed`: what `json_serialize_sql` says of one statement. @throws RangeError where that is no query. */
export function columnsOf(parsed: unknown, relation: Relation): Columns {
  const [statement] = list(node(parsed)['statements']);
  if (!statement) throw new RangeError(`No query: ${JSON.stringify(parsed).slice(0, 200)}`);
  return ofQuery(node(statement['node']), relation, new Map(), []);
}

function ofQuery(query: Node, relation: Relation, outer: Named, around: Sources): Columns {
  const named = new Map(outer);
  for (const { key, value } of list(node(query['cte_map'])['map']))
    named.set(text(key), ofQuery(node(node(node(value)['query'])['node']), relation, named, around));
  if (query['type'] === 'SET_OPERATION_NODE') return ofUnion(query, relation, named, around);
  return ofSelect(query, relation, named, around);
}

/** Columns side by side are named by the first. */
function ofUnion(query: Node, relation: Relation, named: Named, around: Sources): Columns {
  const sides = [query['left'], query['right'], ...list(query['children'])]
    .filter(isNode)
    .map((side) => ofQuery(side, relation, named, around));
  const [first = new Map<string, Origins>()] = sides;
  const names = [...first.keys()].filter((name) => name !== ROWS);
  const out = new Map<string, Origins>();
  names.forEach((name, n) =>
    out.set(
      name,
      union(sides.map((side) => side.get([...side.keys()].filter((one) => one !== ROWS)[n] ?? '')))
    )
  );
  out.set(ROWS, union(sides.map((side) => side.get(ROWS))));
  return out;
}

function ofSelect(query: Node, relation: Relation, named: Named, around: Sources): Columns {
  const conditions: Node[] = [];
  const added: Added[] = [];
  const own = sourcesOf(node(query['from_table']), relation, named, around, conditions, added);
  const sources = [...withAdded(own, added, [...own, ...around], relation, named), ...around];
  const origins = (expression: unknown) => originsOf(expression, sources, relation, named);
  const out = new Map<string, Origins>();
  for (const item of list(query['select_list'])) {
    if (item['class'] === 'STAR') {
      for (const [alias, columns] of sources)
        if (item['relation_name'] === '' || item['relation_name'] === alias)
          for (const [name, from] of columns) if (name !== ROWS) out.set(name, from);
      continue;
    }
    const names = Array.isArray(item['column_names']) ? (item['column_names'] as string[]) : [];
    out.set(text(item['alias']) || (names.at(-1) ?? `column ${out.size}`), origins(item));
  }
  const deciding = [query['where_clause'], query['having'], query['qualify'], ...conditions].map(origins);
  out.set(ROWS, union([...deciding, ...sources.map(([, columns]) => columns.get(ROWS))]));
  return out;
}

/** Relations that only add columns to rows which are there without them, and on what condition. */
interface Added {
  conditions: Node[];
  aliases: string[];
}

/** What decides whether such a relation has a row decides its columns, and not which rows there are. */
function withAdded(
  own: readonly [string, Columns][],
  added: readonly Added[],
  sources: Sources,
  relation: Relation,
  named: Named
): [string, Columns][] {
  return own.map(([alias, columns]) => {
    const mine = added.filter(({ aliases }) => aliases.includes(alias));
    if (mine.length === 0) return [alias, columns];
    const deciding = union([
      columns.get(ROWS),
      ...mine.flatMap(({ conditions }) => conditions.map((one) => originsOf(one, sources, relation, named)))
    ]);
    const all = [...columns].filter(([name]) => name !== ROWS);
    return [alias, new Map(all.map(([name, from]) => [name, union([from, deciding])]))];
  });
}

function sourcesOf(
  from: Node,
  relation: Relation,
  named: Named,
  around: Sources,
  conditions: Node[],
  added: Added[]
): [string, Columns][] {
  const alias = (name: string) => text(from['alias']) || name;
  const known = (schema: string, name: string): Columns =>
    (schema === '' ? named.get(name) : undefined) ?? relation(schema, name) ?? new Map<string, Origins>();
  switch (from['type']) {
    case 'JOIN': {
      const sides = [from['left'], from['right']].map((side) =>
        sourcesOf(node(side), relation, named, around, conditions, added)
      );
      const [, right = []] = sides;
      const condition = isNode(from['condition']) ? [from['condition']] : [];
      if (from['join_type'] === 'LEFT')
        added.push({ conditions: condition, aliases: right.map(([each]) => each) });
      else conditions.push(...condition);
      return sides.flat();
    }
    case 'SUBQUERY':
      return [[alias(''), ofQuery(node(node(from['subquery'])['node']), relation, named, around)]];
    case 'BASE_TABLE': {
      const name = text(from['table_name']);
      return [[alias(name), known(text(from['schema_name']), name)]];
    }
    case 'TABLE_FUNCTION': {
      const { schema, function_name } = node(from['function']);
      return [[alias(text(function_name)), known(text(schema), text(function_name))]];
    }
    default:
      return [];
  }
}

/** What an expression is computed from. */
function originsOf(expression: unknown, sources: Sources, relation: Relation, named: Named): Origins {
  const found = new Set<string>();
  const add = (some: Origins | undefined) => some?.forEach((one) => found.add(one));
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value) || Array.isArray(value)) return;
    if (value['class'] === 'COLUMN_REF') add(resolved(value['column_names'] as string[], sources));
    else if (value['class'] === 'SUBQUERY') {
      const inner = ofQuery(node(node(value['subquery'])['node']), relation, named, sources);
      inner.forEach(add);
      visit(value['child']);
    } else Object.values(value).forEach(visit);
  };
  visit(expression);
  return found;
}

function resolved([first = '', second]: readonly string[], sources: Sources): Origins | undefined {
  const of = second === undefined ? undefined : sources.find(([alias]) => alias === first)?.[1];
  if (of) return of.get(second ?? '');
  // Without an alias; or a field of a struct.
  return sources.find(([, columns]) => columns.has(first))?.[1].get(first);
}

const union = (all: readonly (Origins | undefined)[]): Origins =>
  new Set(all.flatMap((one) => [...(one ?? [])]));
