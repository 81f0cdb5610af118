/** An appeal on its page: what was written, what was noticed and decided, and the talk as a talk. */
import type { ReactNode } from 'react';
import type { RecordPanelProps } from '#design/slots.ts';
import { Facts } from '#design/records/Facts.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import type { AppealRecord, TalkRecord } from '../contract.ts';
import { Messages, Signs } from './desk/Talk.tsx';
import './desk/desk.css';

export default function AppealPanel({ view }: RecordPanelProps): ReactNode {
  const t = useText();
  const appeal = view.records['appeal'] as AppealRecord | undefined;
  const talk = view.records['talk'] as TalkRecord | undefined;
  const reporter = view.records['reporter'];
  const decided = appeal === undefined ? null : { category: appeal.category, urgency: appeal.urgency, warnings: appeal.warnings, handOver: appeal.handOver, routed: appeal.routed };
  return (
    <div className="stack">
      {appeal === undefined ? null : (
        <section className="stack-tight">
          <h2>{t('helpline.appeal.class.appeal')}</h2>
          {appeal.text === '' ? null : (
            <blockquote className="said" dir="auto" lang={appeal.language}>
              {appeal.text}
            </blockquote>
          )}
          <Signs signs={appeal.signs} />
          <Facts procedure={view.procedure} of={{ channel: appeal.channel, school: appeal.school, placeWords: appeal.placeWords, ...decided }} />
        </section>
      )}
      {talk === undefined ? null : (
        <section className="stack-tight">
          <h2>{t('helpline.appeal.class.talk')}</h2>
          <Messages messages={talk.messages} />
        </section>
      )}
      {reporter === undefined ? null : (
        <section className="stack-tight">
          <h2>{t('helpline.appeal.class.reporter')}</h2>
          <Facts procedure={view.procedure} of={reporter} />
        </section>
      )}
    </div>
  );
}
