/** By whose past a matter is judged: its owner's, that of institutions of its kind, or that of all in view. */
import { curveOf, type Curve, type Spell } from './survival.ts';

/** Closures below which an owner's past says too little (D). */
export const FEW_CLOSURES = 5;

/** Whose closures a probability rests on; `nobody`: none are known, and nothing is expected to be closed. */
export type Basis = 'own' | 'kind' | 'all' | 'nobody';

export interface OwnedSpell extends Spell {
  kind: string;
  owner: string;
  /** Kind of institution; null for a department. */
  institution_kind: string | null;
}

export interface Pace {
  basis: Basis;
  curve: Curve;
}

/** Who owns a matter of a kind, and what kind of institution that is. */
export type Owned = Pick<OwnedSpell, 'kind' | 'owner' | 'institution_kind'>;

/** A pool of fewer than FEW_CLOSURES gives way to a wider one; the widest is taken with what it has. */
export function pacesOf(spells: readonly OwnedSpell[]): (owned: Owned) => Pace {
  const pools = new Map<string, Spell[]>();
  for (const spell of spells)
    for (const name of namesOf(spell)) {
      const pool = pools.get(name);
      if (pool) pool.push(spell);
      else pools.set(name, [spell]);
    }
  const curves = new Map<string, Curve>();
  const curve = (name: string): Curve => {
    let known = curves.get(name);
    if (!known) curves.set(name, (known = curveOf(pools.get(name) ?? [])));
    return known;
  };
  return (owned) => {
    const [own, kind, all] = namesOf(owned).map(curve) as [Curve, Curve, Curve];
    if (own.closures >= FEW_CLOSURES) return { basis: 'own', curve: own };
    if (owned.institution_kind !== null && kind.closures >= FEW_CLOSURES)
      return { basis: 'kind', curve: kind };
    return { basis: all.closures > 0 ? 'all' : 'nobody', curve: all };
  };
}

const namesOf = ({ kind, owner, institution_kind }: Owned): [string, string, string] => [
  `${kind} own ${owner}`,
  `${kind} kind ${institution_kind ?? ''}`,
  `${kind} all`
];
