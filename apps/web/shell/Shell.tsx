/** The frame of every page: who I am, where I can go, the language, the way out. */
import { lazy, Suspense, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '#design/components/Button.tsx';
import { Go } from '#design/components/Go.tsx';
import { Mark } from '#design/components/Mark.tsx';
import { SkipLink } from '#design/components/SkipLink.tsx';
import { useCall } from '#design/data/CallProvider.tsx';
import { leaveLater, lockDevice } from '#design/data/kept/device.ts';
import { useSession } from '#design/data/session.tsx';
import { useNews } from '#design/data/useNews.ts';
import { useNames, useText } from '#design/texts/TextProvider.tsx';
import { DeviceLine } from '../along/DeviceLine.tsx';
import { Bell } from './Bell.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { useNav } from './nav.ts';
import { useShortcuts, type Opened } from './shortcuts.ts';
import { spoken } from '../texts/language.ts';
import './Shell.css';

// It speaks of children too, whose words are not among those of the first page.
const Everywhere = lazy(async () => (await Promise.all([import('./everywhere/Everywhere.tsx'), spoken.whole()]))[0]);
const Keys = lazy(() => import('./Keys.tsx'));

const main = 'main';

export function Shell(): ReactNode {
  const t = useText();
  const names = useNames();
  const session = useSession();
  const [opened, open] = useState<Opened>(null);
  const close = (): void => open(null);
  useNews();
  useShortcuts(open);
  return (
    <>
      <SkipLink to={main} />
      <header>
        {session.demo ? <p className="demo-banner">{t('web.demo')}</p> : null}
        <div className="shell-head">
          <Go to="/" className="shell-name">
            <Mark />
            <span>Qorgan</span>
          </Go>
          <Nav />
          <p className="shell-who">
            <Go to="/sessions">
              <b>{session.name}</b>
            </Go>
            <span className="soft small">
              {session.roleTitle} · {names(session.organisation.names)}
            </span>
          </p>
          <div className="shell-ways">
            <FindButton onOpen={() => open('everywhere')} />
            <Bell />
            <LanguageSwitch />
            <SignOut />
          </div>
        </div>
        <DeviceLine />
      </header>
      <main id={main} tabIndex={-1}>
        <Outlet />
      </main>
      <Suspense fallback={null}>
        {opened === 'everywhere' ? <Everywhere onClose={close} /> : null}
        {opened === 'keys' ? <Keys onClose={close} /> : null}
      </Suspense>
    </>
  );
}

function FindButton({ onOpen }: { readonly onOpen: () => void }): ReactNode {
  const t = useText();
  return (
    <Button kind="quiet" className="shell-find" aria-haspopup="dialog" aria-keyshortcuts="Control+K" title="Ctrl + K" onClick={onOpen}>
      <svg className="shell-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <circle cx="10.5" cy="10.5" r="6.5" />
        <path d="m15.5 15.5 5 5" />
      </svg>
      <span className="shell-word">{t('web.everywhere.open')}</span>
    </Button>
  );
}

function Nav(): ReactNode {
  const t = useText();
  const places = useNav();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav className="shell-nav" aria-label={t('web.nav.label')}>
      <ul className="plain">
        {places.map((place) => (
          <li key={place.path}>
            <Go
              to={place.path}
              className="shell-place"
              aria-current={
                path === place.path || (place.path !== '/' && path.startsWith(`${place.path}/`)) ? 'page' : undefined
              }
            >
              {t(place.titleKey)}
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SignOut(): ReactNode {
  const t = useText();
  const call = useCall();
  const client = useQueryClient();
  const out = async (): Promise<void> => {
    // First, while the server still knows who asks. It keeps nobody here.
    await import('../offline/push.ts').then(({ switchOff }) => switchOff(call)).catch(() => null);
    const answer = await call('/api/session', { method: 'DELETE' });
    // Without a network the device is locked all the same, and the server is told at the next contact.
    if (!answer.ok && answer.status !== 401) await leaveLater();
    await lockDevice();
    // Nothing of anybody stays in memory.
    client.clear();
    location.assign(import.meta.env.BASE_URL);
  };
  useEffect(() => {
    // "Back" after signing out must not bring a page out of the browser's own memory.
    const onShow = (event: PageTransitionEvent): void => {
      if (event.persisted) location.reload();
    };
    addEventListener('pageshow', onShow);
    return () => removeEventListener('pageshow', onShow);
  }, []);
  return (
    <Button kind="quiet" onClick={() => void out()}>
      {t('web.sign-out')}
    </Button>
  );
}
