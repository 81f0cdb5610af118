/** Open proceedings of a desk, a district, a region or the country, worst and most urgent first. */
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { DayItem, TeamMember } from '#kernel/contract.ts';
import { Badge } from '#design/components/Badge.tsx';
import { Button } from '#design/components/Button.tsx';
import { Due } from '#design/components/Due.tsx';
import { EmptyState } from '#design/components/EmptyState.tsx';
import { Select } from '#design/components/inputs.tsx';
import { Go } from '#design/components/Go.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { levelOf, useSession } from '#design/data/session.tsx';
import { useRowKeys } from '#design/hooks/useRowKeys.ts';
import { proceedingPage } from '#design/proceeding/paths.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import { useDayPages } from './dayPages.ts';
import { ToTable } from './ToTable.tsx';
import { listPath, readOfWorker, scopesOf } from './list.ts';
import type { OfWorker } from './list.ts';
import './pages.css';

export default function List(): ReactNode {
  const t = useText();
  const session = useSession();
  const go = useNavigate();
  const search = useSearch({ strict: false }) as {
    scope?: string;
    procedure?: string;
    worker?: string;
    only?: string;
  };
  const of = readOfWorker(search);
  const allowed = scopesOf(levelOf(session.role));
  const scope = allowed.find((s) => s === search.scope) ?? allowed[allowed.length - 1] ?? 'desk';
  const procedure = search.procedure ?? null;
  const { read, items } = useDayPages(listPath(scope, procedure, of));
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  const kinds = [...new Map(items.map((item) => [item.procedure, item.title])).entries()];
  const change = (next: { scope?: string; procedure?: string | undefined }): void => {
    const asked = { ...search, scope, ...next };
    void go({
      to: '/list',
      search: Object.fromEntries(Object.entries(asked).filter(([, v]) => v !== undefined && v !== '')),
    });
  };
  return (
    <Page title={t('web.list.title')}>
      {of === null ? null : <Whose of={of} />}
      <div className="list-ask">
        {allowed.length < 2 || of !== null ? null : (
          <Select
            label={t('web.list.scope')}
            options={allowed.map((s) => ({ value: s, label: t(`web.list.scope.${s}`) }))}
            value={scope}
            onChange={(value) => change({ scope: value === '' ? 'desk' : value })}
          />
        )}
        {kinds.length < 2 && procedure === null ? null : (
          <Select
            label={t('web.list.procedure')}
            optional
            options={kinds.map(([value, label]) => ({ value, label }))}
            value={procedure}
            onChange={(value) => change({ procedure: value === '' ? undefined : value })}
          />
        )}
      </div>
      {read.isPending ? <Skeleton lines={6} /> : null}
      {read.isError ? (
        <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} />
      ) : null}
      {read.isSuccess && items.length === 0 ? (
        <EmptyState title={t('web.list.empty')} what={t('web.list.empty-what')} />
      ) : null}
      {items.length === 0 ? null : (
        <table className="list">
          <caption className="visually-hidden">{t('web.list.title')}</caption>
          <thead>
            <tr>
              {['danger', 'whom', 'kind', 'stage', 'due'].map((column) => (
                <th key={column} scope="col">
                  {t(`web.list.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {items.map((item) => (
              <Row key={`${item.proceeding} ${item.why}`} item={item} />
            ))}
          </tbody>
        </table>
      )}
      {items.length === 0 || of?.only != null ? null : <ToTable of={{ scope, procedure: procedure ?? undefined, worker: of?.worker }} />}
      {read.hasNextPage ? (
        <div>
          <Button busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
            {t('web.more')}
          </Button>
        </div>
      ) : null}
    </Page>
  );
}

/** Whose list this is, and the way back to everybody's. */
function Whose({ of }: { of: OfWorker }): ReactNode {
  const t = useText();
  const team = useRead<readonly TeamMember[]>('/api/team');
  const name = team.data?.find((one) => one.appointment === of.worker)?.name;
  return (
    <p className="line">
      {name === undefined ? null : <b>{t(`web.list.of.${of.only ?? 'all'}`, { name })}</b>}
      <Go to="/team">{t('web.list.to-team')}</Go>
      <Go to="/list">{t('web.list.everybody')}</Go>
    </p>
  );
}

function Row({ item }: { item: DayItem }): ReactNode {
  const t = useText();
  return (
    <tr>
      <td>
        {item.weighed ? <Badge danger={item.danger} /> : null}
      </td>
      <th scope="row">
        <Go to={proceedingPage(item.proceeding)} className="day-label" data-row="">
          {item.label}
        </Go>
      </th>
      <td>{item.title}</td>
      <td>{item.stageTitle}</td>
      <td>{item.due === null ? <span className="soft">{t('web.due.none')}</span> : <Due due={item.due} />}</td>
    </tr>
  );
}
