/** Fills a demo's register with a made country: nobody in it exists. */
import { indexRegister } from '#cap/children/store/index/register.ts';
import { loadNation, NationRefused } from '../nation/load.ts';
import { publishedTotal } from '../nation/places.ts';
import { WrongSetting } from '../settings.ts';
import { needed, valueOf, type Command } from './command.ts';
import { say, withProgram } from './open.ts';

const whole = (name: string, text: string, from: number, to: number): number => {
  const n = Number(text);
  if (!Number.isInteger(n) || n < from || n > to) throw new WrongSetting(`--${name} must be a whole number from ${from} to ${to}, not "${text}"`);
  return n;
};

/** More would not have numbers enough for one day's births. */
const most = 20_000_000;

export const nationCommand: Command = {
  usage: 'nation --children N --seed S [--doubles PERCENT]   fill the register with a made country (demo mode only)',
  run: async (args) => {
    const children = whole('children', needed(args, 'children', 'how many, for instance 100000'), 1, most);
    const seed = needed(args, 'seed', 'any word; the same seed makes the same country');
    const doubles = whole('doubles', valueOf(args, 'doubles') ?? '5', 0, 100) / 100;
    await withProgram(async ({ settings, database }) => {
      if (!settings.demo) throw new WrongSetting('a made country is never put beside real children: nation needs QORGAN_DEMO=1');
      if (database.ownerUrl === null) throw new WrongSetting('nation needs QORGAN_OWNER_URL: only the owner loads the register');
      const began = process.hrtime.bigint();
      const seconds = (): string => (Number(process.hrtime.bigint() - began) / 1e9).toFixed(0);
      const progress = (line: string): void => void process.stderr.write(`${seconds().padStart(5)} s ${line}\n`);
      process.stderr.write('If it is cut off, nothing is kept: call it again.\n');
      try {
        const { regions, rows } = await loadNation({
          ownerUrl: database.ownerUrl, children, seed, doubles,
          progress,
        });
        await indexRegister({ ownerUrl: database.ownerUrl, progress: (line) => progress(`  index of names: ${line}`) });
        const open = regions.filter((r) => !r.published).map((r) => r.code);
        say(`${children} children, ${rows} rows, seed ${seed}, in ${seconds()} s. Who is who: nation.truth.`);
        say(`Nobody in it exists. Published: the population of ${regions.length - open.length} regions and of the country (${publishedTotal}); the rest was divided evenly among ${open.join(', ')}. Districts but four, peoples, names, families and errors are made up: figures from here say nothing about Kazakhstan.`);
      } catch (error) {
        throw error instanceof NationRefused ? new WrongSetting(error.message) : error;
      }
    });
  },
};
