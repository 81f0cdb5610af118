/** One's own deadlines in a calendar of one's own: what others may know. Runs in browsers. */

/** GET /api/calendar: whether it is on for the acting appointment, and since when. */
export interface CalendarState {
  readonly since: string | null;
}
/** POST /api/calendar. `address`: a path of this program, shown this once; whoever has it sees when something of mine is due. */
export interface CalendarMade {
  readonly address: string;
}
