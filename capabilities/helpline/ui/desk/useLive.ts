/** While the page is open the server tells when something changed, and knows that the operator is here. */
import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { forgetReads } from '#design/data/CallProvider.tsx';

/** False while the line is down; the page then asks by itself. */
export function useLive(): boolean {
  const client = useQueryClient();
  const [open, setOpen] = useState(true);
  useEffect(() => {
    const events = new EventSource('/api/events');
    events.addEventListener('open', () => setOpen(true));
    events.addEventListener('error', () => setOpen(false));
    events.addEventListener('changed', () => void forgetReads(client));
    return () => events.close();
  }, [client]);
  return open;
}
