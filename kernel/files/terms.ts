/** Figures of files. None is a law's. */
import { term, type Term } from '../terms/term.ts';

const from = '2020-01-01';

export const largestFile = term('files.largest', { from, value: 10, unit: 'count', standing: 'default', source: 'ours, in megabytes: a photograph of a telephone or some thirty scanned pages; OWASP ASVS 5.0 V5.2.1 asks for a limit' });
export const mostPixels = term('files.pixels', { from, value: 100, unit: 'count', standing: 'default', source: 'ours, in megapixels: twice the largest photograph of a telephone in common use; OWASP ASVS 5.0 V5.2.6 asks for a limit' });

export const fileTerms: readonly Term[] = [largestFile, mostPixels];
