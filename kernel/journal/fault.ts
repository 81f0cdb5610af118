/** What a verifier finds, each by the row or the leaves it is about. */

export type FaultKind =
  /** Header, columns or words are not those that were sealed. */
  | 'edited'
  | 'payload'
  | 'back-dated'
  | 'deleted'
  | 'reordered'
  | 'forked'
  /** The row is whole in itself, and not the one that was sealed. */
  | 'rewritten'
  | 'truncated'
  /** Leaves do not lead to the root that was signed. */
  | 'tree'
  | 'signature'
  /** Neither sealed nor waiting to be. */
  | 'outside'
  /** The proceeding says another end of its chain. */
  | 'head'
  /** The export itself is not whole. */
  | 'cut-off';

export interface Fault {
  readonly what: FaultKind;
  readonly entry?: string;
  readonly look?: string;
  /** A security event. */
  readonly event?: string;
  readonly proceeding?: string;
  readonly sequence?: number;
  readonly leaf?: number;
  /** Leaves from, up to and with; where no single one can be named. */
  readonly from?: number;
  readonly to?: number;
  readonly checkpoint?: number;
}

const said: Readonly<Record<FaultKind, string>> = {
  edited: 'was edited',
  payload: 'its content was changed',
  'back-dated': 'its time was changed, or lies before that of the entry before it',
  deleted: 'was deleted',
  reordered: 'does not follow the entry before it',
  forked: 'stands in a place that is taken',
  rewritten: 'is not what was sealed',
  truncated: 'the end was cut off',
  tree: 'these are not the leaves that were signed',
  signature: 'is not signed by the key',
  outside: 'is neither sealed nor waiting to be',
  head: 'the proceeding names another last entry',
  'cut-off': 'the export is not whole',
};

/** `edited: entry 0193… (leaf 17): was edited`. `under`: size of the checkpoint that is held. */
export function faultInWords(fault: Fault, under: number): string {
  const { what, entry, look, event, proceeding, sequence, leaf, from, to, checkpoint } = fault;
  const of = [
    entry === undefined ? '' : `entry ${entry}`,
    look === undefined ? '' : `look ${look}`,
    event === undefined ? '' : `event ${event}`,
    proceeding === undefined ? '' : `proceeding ${proceeding}${sequence === undefined ? '' : ` entry ${sequence}`}`,
    checkpoint === undefined ? '' : `checkpoint of ${checkpoint}`,
    leaf === undefined ? '' : `leaf ${leaf}`,
    from === undefined ? '' : from === to ? `leaf ${from}` : `leaves ${from} to ${to ?? ''}`,
  ].filter((part) => part !== '');
  const first = leaf ?? from;
  return `${what}: ${of.join(', ')}${of.length === 0 ? '' : ': '}${said[what]}${first === undefined || first < under ? '' : ' (not yet under your checkpoint)'}`;
}
