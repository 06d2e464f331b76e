import { countBelow } from '../base/count-below.ts';
import { largest } from '../base/largest.ts';
import type { SessionTable } from '../sequence/session-table.ts';

/** Which sessions begin with a line. Most lines begin none, and a bit for each says so. */
export class FirstLines {
  private readonly bits: Int32Array;
  /** Sessions that have an event, by ascending first lines. */
  private readonly sessions: Int32Array;
  /** Shape [sessions]. */
  private readonly lines: Int32Array;

  constructor({ count, start, line }: SessionTable) {
    const first = (session: number) => line[start[session] as number] as number;
    let filled = 0;
    const sessions = new Int32Array(count);
    let isAscending = true;
    for (let session = 0; session < count; session++) {
      if (start[session] === start[session + 1]) continue;
      if (filled > 0 && first(session) < first(sessions[filled - 1] as number)) isAscending = false;
      sessions[filled++] = session;
    }
    this.sessions = sessions.subarray(0, filled);
    // As a table is by its own words; sorting a million takes longer than to see that.
    if (!isAscending) this.sessions.sort((a, b) => first(a) - first(b));
    this.lines = new Int32Array(filled);
    this.bits = new Int32Array((largest(line) >>> 5) + 1);
    for (let place = 0; place < filled; place++) {
      const at = first(this.sessions[place] as number);
      this.lines[place] = at;
      this.bits[at >>> 5] = (this.bits[at >>> 5] as number) | (1 << (at & 31));
    }
  }

  has(line: number): boolean {
    return (((this.bits[line >>> 5] as number) >>> (line & 31)) & 1) === 1;
  }

  eachAt(line: number, visit: (session: number) => void): void {
    for (let place = countBelow(this.lines, line); this.lines[place] === line; place++) {
      visit(this.sessions[place] as number);
    }
  }
}
