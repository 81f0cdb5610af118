/** A link within the application, without loading it anew. */
import { Link } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode } from 'react';

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** Path, e.g. `/proceedings/0190…`. */
  readonly to: string;
  readonly search?: Readonly<Record<string, string>> | undefined;
  readonly children: ReactNode;
}

export function Go({ to, search, ...rest }: Props): ReactNode {
  return <Link to={to} search={search ?? {}} {...rest} />;
}
