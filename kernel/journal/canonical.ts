/** Canonical JSON (RFC 8785): one text for one value, whoever writes it. What is hashed is always this text. */
import canonicalize from 'canonicalize';

/** Throws where the value is not JSON: undefined, a function, NaN, half of a surrogate pair. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('this value has no JSON');
  return text;
}
