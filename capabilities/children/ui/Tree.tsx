/** The drawing of a family. It is a picture: what it shows is told in words by the list below it. */
import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { Go } from '#design/components/Go.tsx';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { formatShortDate } from '#kernel/texts/format.ts';
import { drawFamily, tieOf, type Figure, type Tie } from './family.ts';
import type { FamilyMember } from './members.ts';

interface Props {
  readonly child: string;
  readonly name: string;
  readonly members: readonly FamilyMember[];
}

/** A phone, until the page has been measured. */
const phone = 343;

/** How wide the place is, in pixels; measured before the first picture is shown, and whenever it changes. */
function useRoom(place: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(phone);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    setRoom(element.clientWidth);
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return room;
}

const shownTies: readonly Tie[] = ['kin', 'law', 'near'];

export function Tree({ child, name, members }: Props): ReactNode {
  const t = useText();
  const place = useRef<HTMLDivElement>(null);
  const drawing = drawFamily(child, members, useRoom(place));
  const ties = shownTies.filter((tie) => members.some((m) => tieOf(m.kind) === tie));
  return (
    <div ref={place} className="family" aria-hidden="true">
      <div className="family-sheet" style={{ width: drawing.width, height: drawing.height }}>
        <svg width={drawing.width} height={drawing.height} focusable="false">
          {drawing.lines.map((line) => (
            <polyline key={line.id} className={`family-line family-${line.tie}`} points={line.points.map((p) => p.join(',')).join(' ')} />
          ))}
        </svg>
        {drawing.figures.map((figure) => (
          <Box key={figure.id} figure={figure} name={name} width={drawing.box} />
        ))}
      </div>
      <p className="family-key small soft">
        {ties.map((tie) => (
          <span key={tie}>
            <svg width="32" height="8" focusable="false">
              <line className={`family-line family-${tie}`} x1="0" y1="4" x2="32" y2="4" />
            </svg>{' '}
            {t(`children.family.tie.${tie}`)}
          </span>
        ))}
      </p>
    </div>
  );
}

function Box({ figure: { x, y, height, member }, name, width }: { figure: Figure; name: string; width: number }): ReactNode {
  const place = { left: x, top: y, width, height };
  if (member === null) {
    return (
      <div className="family-box family-self" style={place}>
        <span className="family-name">{name}</span>
      </div>
    );
  }
  const marks = [member.together ? 'family-together' : '', member.represents ? 'family-represents' : '', member.died ? 'family-died' : ''];
  return (
    <div className={['family-box', ...marks].filter((mark) => mark !== '').join(' ')} style={place}>
      <Told member={member} />
    </div>
  );
}

function Told({ member: m }: { member: FamilyMember }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const name = m.name ?? t('children.page.no-name');
  const day = (date: string): string => formatShortDate(date, language);
  const time = m.from === null && m.until === null ? null : `${m.from === null ? '' : day(m.from)} – ${m.until === null ? '' : day(m.until)}`.trim().replace(' –', '\u00a0–');
  return (
    <>
      <span className="family-name">
        {m.other === null ? (
          name
        ) : (
          // The list below is where the keyboard goes.
          <Go to={`/children/${m.other}`} tabIndex={-1}>
            {name}
          </Go>
        )}
      </span>
      <span className="family-kind">{t(`children.relation-kind.${m.called}`)}</span>
      {m.died ? <span className="family-mark">{m.diedOn === null ? t('children.family.died') : `† ${day(m.diedOn)}`}</span> : null}
      {m.represents ? <span className="family-mark">{t('children.family.represents')}</span> : null}
      {m.together ? <span className="family-mark">{t('children.family.together')}</span> : null}
      {time === null ? null : <span className="family-mark">{time}</span>}
    </>
  );
}
