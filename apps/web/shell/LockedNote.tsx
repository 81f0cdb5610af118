/** Before the door: that unsent work lies on this device, locked, and that it is not lost. How much, and nothing more. */
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { unsentHere } from '#design/data/kept/device.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import '../along/along.css';

export function LockedNote(): ReactNode {
  const t = useText();
  const [count, setCount] = useState(0);
  useEffect(() => void unsentHere().then(setCount), []);
  return count === 0 ? null : (
    <p className="kept-note" role="note">
      {t('web.device.locked', { count })}
    </p>
  );
}
