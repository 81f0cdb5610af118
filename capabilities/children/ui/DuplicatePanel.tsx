/** Both records side by side: what agrees and what differs, by word and by shape, and why they were found. */
import type { ReactNode } from 'react';
import { formatDate } from '#kernel/texts/format.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import { Go } from '#design/components/Go.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import type { RecordPanelProps } from '#design/slots.ts';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import type { Agreement, DuplicateView } from '../domain/pair.ts';
import type { Side } from '../domain/views.ts';
import './pair.css';

const shapes: Readonly<Record<Agreement, string>> = { agrees: '=', near: '≈', differs: '≠', half: '◐', unknown: '–' };

export default function DuplicatePanel({ view }: RecordPanelProps): ReactNode {
  const t = useText();
  // Read anew after each step: joined or parted.
  const read = useRead<DuplicateView>(`/api/children/duplicates/${view.id}`);
  if (read.isError && read.error.problem.status === 404) return <p className="child-warning part">{t('children.pair.closed')}</p>;
  return (
    <section className="part" aria-labelledby="pair">
      <h2 id="pair">{t('children.pair.question')}</h2>
      {read.isPending ? <Skeleton lines={6} /> : null}
      {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
      {read.data === undefined ? null : <Pair pair={read.data} />}
    </section>
  );
}

function Pair({ pair }: { pair: DuplicateView }): ReactNode {
  const t = useText();
  return (
    <div className="stack">
      {pair.joined ? <p className="pair-joined">{t('children.pair.joined')}</p> : null}
      <Why pair={pair} />
      <table className="pair">
        <thead>
          <tr>
            <td />
            <Head side={pair.one} title={t('children.pair.first')} />
            <Head side={pair.other} title={t('children.pair.second')} />
          </tr>
        </thead>
        <tbody>
          <Line name="name" pair={pair} of={(s) => <Names side={s} />} />
          <Line name="born" pair={pair} of={(s) => <Born side={s} />} />
          <Line name="sex" pair={pair} of={(s) => (s.sex === null ? null : t(`children.sex.${s.sex}`))} />
          <Line name="iin" pair={pair} of={(s) => (s.iin === null ? null : `•••• ${s.iin}`)} />
          <Line name="place" pair={pair} of={(s) => <Place side={s} />} />
          <Line name="family" pair={pair} of={(s) => <People side={s} />} />
        </tbody>
      </table>
    </div>
  );
}

function Head({ side, title }: { side: Side; title: string }): ReactNode {
  const t = useText();
  const names = useNames();
  const { language } = useLanguage();
  return (
    <th scope="col">
      {side.listed ? title : <Go to={`/children/${side.id}`}>{title}</Go>}
      <span className="pair-about">{t('children.pair.since', { date: formatDate(almatyDate(side.since), language) })}</span>
      {side.listed ? <span className="pair-about">{t('children.pair.listed')}</span> : null}
      {side.desk === null ? null : <span className="pair-about">{`${t('children.pair.desk')}: ${names(side.desk.names)}`}</span>}
    </th>
  );
}

function Line({ name, pair, of }: { name: keyof DuplicateView['lines']; pair: DuplicateView; of: (side: Side) => ReactNode }): ReactNode {
  const t = useText();
  const how = pair.lines[name];
  const cell = (side: Side, title: string): ReactNode => (
    <td data-side={title}>{of(side) ?? <span className="soft">{t('children.pair.nothing')}</span>}</td>
  );
  return (
    <tr className={`pair-${how}`}>
      <th scope="row">
        {t(`children.pair.line.${name}`)}
        <span className="pair-how">
          <span aria-hidden="true">{shapes[how]}</span> {t(`children.pair.${how}`)}
        </span>
      </th>
      {cell(pair.one, t('children.pair.first'))}
      {cell(pair.other, t('children.pair.second'))}
    </tr>
  );
}

function Names({ side }: { side: Side }): ReactNode {
  const t = useText();
  if (side.names.length === 0) return <span className="soft">{t('children.pair.nothing')}</span>;
  return (
    <ul className="plain">
      {side.names.map((n, i) => (
        <li key={i}>
          {[n.family, n.given, n.patronymic].filter((part) => part !== null).join(' ')} <span className="soft">{t(`children.name-kind.${n.kind}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function Born({ side }: { side: Side }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  if (side.born === null) return <span className="soft">{t('children.pair.nothing')}</span>;
  return side.precision === 'day' ? formatDate(side.born, language) : `${side.born.slice(0, 4)}, ${t(`children.precision.${side.precision}`)}`;
}

function Place({ side }: { side: Side }): ReactNode {
  const t = useText();
  const names = useNames();
  return side.place === null ? <span className="soft">{t('children.pair.nothing')}</span> : names(side.place);
}

function People({ side }: { side: Side }): ReactNode {
  const t = useText();
  const people = side.relations.filter((r) => r.name !== null);
  if (people.length === 0) return <span className="soft">{t('children.pair.nothing')}</span>;
  return (
    <ul className="plain">
      {people.map((r, i) => (
        <li key={i}>
          {r.name} <span className="soft">{t(`children.relation-kind.${r.kind}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function Why({ pair }: { pair: DuplicateView }): ReactNode {
  const t = useText();
  return (
    <div className="stack-tight">
      <p>
        <b>{t('children.pair.reasons')}</b> <span className="soft">{[t(`children.source.${pair.source}`), ...(pair.likely === null ? [] : [t(`children.likely.${pair.likely}`)])].join(' · ')}</span>
      </p>
      {pair.reasons.length === 0 ? <p className="soft">{t('children.pair.said')}</p> : null}
      <ul className="plain pair-reasons">
        {pair.reasons.map((r) => (
          <li key={r.text}>
            <span aria-hidden="true">{r.speaks === 'for' ? '+' : '−'}</span> {r.text} <span className="soft">{t(`children.pair.${r.speaks}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
