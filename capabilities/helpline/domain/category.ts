/** The tree of categories is data of the signs; here only whether a name is in it. */
import { categories } from './signs/categories.ts';

const known = new Set(categories.map((c) => c.id));
export const isCategory = (id: string): boolean => known.has(id);
