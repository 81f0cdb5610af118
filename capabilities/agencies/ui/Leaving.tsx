/** The end of an appointment: what is carried, who takes each, and the word that ends it. Nothing is without a person for a minute. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Badge } from '#design/components/Badge.tsx';
import { Button } from '#design/components/Button.tsx';
import { Due } from '#design/components/Due.tsx';
import { Go } from '#design/components/Go.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { proceedingPage } from '#design/proceeding/paths.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import { endReasons, type CarriedItem, type HandedOver, type StaffView } from '../contract.ts';
import { Colleague } from './Colleague.tsx';
import { useWord } from './useWord.ts';

export function Leaving({ one }: { one: StaffView }): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  const [named, setNamed] = useState<Readonly<Record<string, string>>>({});
  const [done, setDone] = useState<HandedOver | null>(null);
  const word = useWord<HandedOver>(one.appointment, 'end', one.version);

  const takes = (item: CarriedItem): string => named[item.proceeding] ?? item.to?.appointment ?? '';
  const send = async (): Promise<void> => {
    const hand = one.carries.filter((c) => c.own && takes(c) !== '').map((c) => ({ proceeding: c.proceeding, to: takes(c) }));
    setDone(await word.send({ why, hand }));
  };
  if (done !== null) {
    return (
      <section className="stack" aria-labelledby="leaving">
        <h2 id="leaving">{t('agencies.end.done', { name: one.name })}</h2>
        <p role="status">
          {t('agencies.end.handed', { count: done.handed })} {done.left === 0 ? null : t('agencies.end.left', { count: done.left })}
        </p>
      </section>
    );
  }
  return (
    <section className="stack" aria-labelledby="leaving">
      <h2 id="leaving">{t('agencies.end.title')}</h2>
      <p>{one.carries.length === 0 ? t('agencies.end.nothing') : t('agencies.end.what', { count: one.carries.length })}</p>
      {open ? (
        <>
          {one.carries.length === 0 ? null : (
            <ul className="plain person-carries">
              {one.carries.map((item) => (
                <li key={item.proceeding} className="person-item">
                  <Badge danger={item.danger} />
                  <span>
                    <Go to={proceedingPage(item.proceeding)}>{item.label}</Go>
                    <span className="soft small person-line">
                      {item.title}
                      {item.due === null ? null : (
                        <>
                          {' · '}
                          <Due due={item.due} />
                        </>
                      )}
                    </span>
                  </span>
                  {item.own && one.colleagues.length > 0 ? (
                    <Colleague
                      label={t('agencies.end.takes', { label: item.label })}
                      hidden
                      nobody={t('agencies.end.by-desk')}
                      people={one.colleagues}
                      value={takes(item)}
                      onChange={(to) => setNamed({ ...named, [item.proceeding]: to })}
                    />
                  ) : (
                    <span className="soft small">{t(item.own ? 'agencies.end.above' : 'agencies.end.told')}</span>
                  )}
                </li>
              ))}
            </ul>
          )}
          {one.more ? <p className="soft">{t('agencies.end.more')}</p> : null}
          <fieldset className="stack-tight person-why">
            <legend>{t('agencies.end.why')}</legend>
            {endReasons.map((reason) => (
              <label key={reason} className="person-reason">
                <input type="radio" name="why" value={reason} checked={why === reason} onChange={() => setWhy(reason)} /> {t(`agencies.end.reason.${reason}`)}
              </label>
            ))}
          </fieldset>
          {missing && why === '' ? (
            <p className="person-alone" role="alert">
              {t('agencies.end.why-missing')}
            </p>
          ) : null}
          <p>{t('agencies.end.then', { name: one.name })}</p>
          {word.problem === null ? null : <ProblemNote problem={word.problem} during="writing" />}
          <div className="line">
            <Button busy={word.busy} onClick={() => (why === '' ? setMissing(true) : void send())}>
              {t('agencies.end.send', { name: one.name })}
            </Button>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              {t('agencies.end.not-now')}
            </Button>
          </div>
        </>
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>{t('agencies.end.open')}</Button>
        </div>
      )}
    </section>
  );
}
