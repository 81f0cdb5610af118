/**
 * `npm run bench -- names --data FILE`: every variant of every name is searched among the other variants of all names in
 * the file and decoys of name parts in common use. Right is whoever is the same person.
 */
import { short } from './figures.ts';
import { decoys } from './names/decoys.ts';
import { inParts, readVariants } from './names/file.ts';
import { Register, type Hit } from './names/register.ts';

/** Where the person stands: behind everyone who is found as likely as he is. Infinity: not found. */
function placeOf(hits: readonly Hit[], person: number): number {
  const own = hits.find((hit) => hit.person === person);
  return own === undefined ? Infinity : hits.filter((hit) => hit.cost <= own.cost).length;
}

/** `wanted`: how many decoys. `BENCH_MISSED` in the environment says on stderr what was not found first. */
export function names(file: string, wanted: number): object[] {
  const persons = readVariants(file);
  const register = new Register();
  for (const [person, variants] of persons.entries()) for (const text of variants) register.add(person, inParts(text), text);
  for (const [i, name] of decoys(wanted).entries()) register.add(persons.length + i, name, null);
  const places = persons.flatMap((variants, person) =>
    variants.map((asked) => {
      const place = placeOf(register.find(asked, person), person);
      if (place > 1 && process.env['BENCH_MISSED'] !== undefined) process.stderr.write(`missed: ${asked} (${place})\n`);
      return place;
    }));
  const share = (most: number): number => short(places.filter((place) => place <= most).length / places.length);
  return [{ bench: 'names', names: persons.length, decoys: wanted, asked: places.length, first: share(1), ten: share(10) }];
}
