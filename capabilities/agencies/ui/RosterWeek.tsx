/** One role's week: a row a day, a bar of 24 hours, and the same in words. A gap is hatched, pointed, and says "nobody". */
import { useId } from 'react';
import type { ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { useNow } from '#design/time/useNow.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { addDays, almatyDate, startOfDay } from '#kernel/terms/almaty.ts';
import { formatAmount, formatWeekday } from '#kernel/texts/format.ts';
import { coverOf } from '../domain/cover.ts';
import { formatPhone } from '../domain/phone.ts';
import type { RosterGap, RosterLine, RosterOfRole } from '../contract.ts';
import { CopyWeek } from './CopyWeek.tsx';
import { useStretch } from './stretch.ts';
import { daysShown, hoursMissing, weekOf, type RosterDay } from './week.ts';

interface Props {
  readonly roster: RosterOfRole;
  /** First day, `YYYY-MM-DD`. */
  readonly first: string;
  /** Absent where the reader does not keep this roster. */
  readonly onFill: ((gap: RosterGap) => void) | undefined;
  readonly onChange: ((line: RosterLine) => void) | undefined;
}

function Bar({ bar }: Pick<RosterDay, 'bar'>): ReactNode {
  const hatch = useId();
  return (
    <svg className="roster-bar" viewBox="0 0 240 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={hatch} width="6" height="12" patternUnits="userSpaceOnUse" patternTransform="skewX(-20)">
          <rect width="2.5" height="12" className="roster-hatch" />
        </pattern>
      </defs>
      <rect width="240" height="12" className="roster-ground" />
      {bar.map((s) => (
        <rect
          key={`${s.kind} ${s.id}`}
          x={s.from * 10}
          width={(s.to - s.from) * 10}
          y={s.kind === 'line' ? 2 : 0}
          height={s.kind === 'line' ? 8 : 12}
          className={s.kind === 'line' ? 'roster-filled' : undefined}
          fill={s.kind === 'gap' ? `url(#${hatch})` : undefined}
        />
      ))}
      {[60, 120, 180].map((x) => (
        <line key={x} x1={x} x2={x} y1="0" y2="12" className="roster-tick" />
      ))}
    </svg>
  );
}

function Line({ line, onChange }: { line: RosterLine; onChange: Props['onChange'] }): ReactNode {
  const t = useText();
  const stretch = useStretch();
  return (
    <li className="roster-line">
      <span className="roster-time">{stretch(line.starts, line.ends)}</span>
      <span>
        <strong>{line.who.name}</strong>{' '}
        <a href={`tel:${line.phone}`}>{formatPhone(line.phone)}</a>
        {line.deputy === null ? null : <span className="soft small"> · {t('agencies.roster.deputy', { name: line.deputy.name })}</span>}
        {line.away ? <span className="roster-short small"> · {t('agencies.roster.line-away')}</span> : null}
        {onChange === undefined ? null : (
          <Button kind="quiet" onClick={() => onChange(line)}>
            {t('agencies.roster.change-it')}
            <span className="visually-hidden">
              : {line.who.name}, {stretch(line.starts, line.ends)}
            </span>
          </Button>
        )}
      </span>
    </li>
  );
}

function Gap({ gap, onFill }: { gap: RosterGap; onFill: Props['onFill'] }): ReactNode {
  const t = useText();
  const stretch = useStretch();
  return (
    <li className="roster-line roster-gap">
      <span className="roster-time">{stretch(gap.from, gap.to)}</span>
      <span className="line">
        <svg className="roster-sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="3 2.5" />
        </svg>
        <strong>{t('agencies.roster.nobody')}</strong>
        {onFill === undefined ? null : (
          <Button kind="quiet" onClick={() => onFill(gap)}>
            {t('agencies.roster.fill')}
            <span className="visually-hidden"> {stretch(gap.from, gap.to)}</span>
          </Button>
        )}
      </span>
    </li>
  );
}

export function RosterWeek({ roster, first, onFill, onChange }: Props): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const now = useNow();
  const today = almatyDate(now);
  const missing = hoursMissing(roster, now);
  return (
    <section className="stack-tight">
      <h2>{t(`role.${roster.role}`)}</h2>
      <p className={missing === 0 ? 'roster-well' : 'roster-short'}>
        {missing === 0 ? t('agencies.roster.no-gaps') : t('agencies.roster.gaps', { length: formatAmount(Math.ceil(missing), 'hours', language) })}
      </p>
      {coverOf(roster.role) === 'out-of-office' ? <p className="soft small">{t('agencies.roster.office')}</p> : null}
      {onChange === undefined || startOfDay(addDays(first, daysShown)) <= now ? null : <CopyWeek key={first} role={roster.role} first={first} />}
      <table className="roster">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('agencies.roster.day')}</th>
            <th scope="col">{t('agencies.roster.who')}</th>
          </tr>
        </thead>
        <tbody>
          {weekOf(roster, first).map((day) => (
            <tr key={day.date} className={day.date === today ? 'roster-today' : undefined}>
              <th scope="row">
                {formatWeekday(day.date, language)}
                {day.date === today ? <span className="roster-now"> {t('agencies.roster.today')}</span> : null}
              </th>
              <td>
                <Bar bar={day.bar} />
                <ul className="plain">
                  {[...day.lines.map((line) => ({ from: line.starts, line, gap: null })), ...day.gaps.map((gap) => ({ from: gap.from, line: null, gap }))]
                    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
                    .map(({ line, gap }) =>
                      line !== null ? (
                        <Line key={line.id} line={line} onChange={line.ends > now ? onChange : undefined} />
                      ) : (
                        <Gap key={gap.from} gap={gap} onFill={gap.to > now ? onFill : undefined} />
                      ),
                    )}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
