/** A command of `qorgan`: how it is called, and what it does. */
export interface Command {
  readonly usage: string;
  run(args: readonly string[]): Promise<void>;
}
