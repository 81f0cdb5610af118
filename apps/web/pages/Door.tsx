/** The frame of what stands before the door: the name, the language, one page. */
import type { ReactNode } from 'react';
import { Mark } from '#design/components/Mark.tsx';
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx';
import './SignIn.css';

export function Door({ children }: { children: ReactNode }): ReactNode {
  return (
    <>
      <header className="sign-in-head">
        <span className="shell-name-plain">
          <Mark /> <b>Qorgan</b>
        </span>
        <LanguageSwitch />
      </header>
      <main className="sign-in">{children}</main>
    </>
  );
}
