/** How lists name a pupil: his short name and his class, and no more. Pure. */
import { shortName } from '#cap/children/contract.ts';
import type { Pupil } from '../contract.ts';

export const labelOf = ({ name, className }: Pick<Pupil, 'name' | 'className'>): string => {
  const [given = '', family = ''] = name.trim().split(/\s+/);
  return [shortName({ given, family: family === '' ? null : family }) ?? name, className].filter((w) => w !== null && w !== '').join(', ').slice(0, 200);
};
