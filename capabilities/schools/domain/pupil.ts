/** A pupil as the school knows him. */
export interface Pupil {
  readonly name: string;
  readonly className: string | null;
  readonly age: number | null;
  /** In the register, if he is. */
  readonly child: string | null;
}
