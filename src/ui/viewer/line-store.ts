import type { ViewLine } from '../../core/report/log-view.ts';
import type { Outcome, Problem } from '../../core/report/problem.ts';

/** Lines that are kept while others are in view. */
const MOST_KEPT = 2000;
/** How much of a line that is cut is read on request: first this, then all that is ever read. */
const MORE_BYTES = [65_536, 1_048_576] as const;

type LoadLines = (lines: readonly number[], limit?: number) => Promise<Outcome<readonly ViewLine[]>>;

/**
 * The lines of a log that are or were in view. Only one request is under way: what was asked for meanwhile is asked for
 * when it is answered, if it is still wanted then.
 */
export class LineStore {
  /** Why the lines that were wanted last are not there. */
  problem: Problem | undefined;
  private readonly load: LoadLines;
  private readonly kept = new Map<number, ViewLine>();
  private readonly limits = new Map<number, number>();
  private readonly listeners = new Set<() => void>();
  private wanted: readonly number[] = [];
  private loading = false;
  private version = 0;

  /** @param load never rejects */
  constructor(load: LoadLines) {
    this.load = load;
  }

  get(line: number): ViewLine | undefined {
    return this.kept.get(line);
  }

  /** Says what is in view, and what may soon be. */
  want(lines: readonly number[]): void {
    this.wanted = lines;
    if (!this.loading) void this.loadMissing();
  }

  /** Whether there is more of a line that is cut than is shown, and it can be read. */
  canExpand(line: number): boolean {
    return this.kept.get(line)?.cut === true && this.limits.get(line) !== MORE_BYTES[1];
  }

  async expand(line: number): Promise<void> {
    const limit = this.limits.has(line) ? MORE_BYTES[1] : MORE_BYTES[0];
    const outcome = await this.load([line], limit);
    if (outcome.ok) this.limits.set(line, limit);
    this.take(outcome);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Another number whenever something changed. */
  readonly snapshot = (): number => this.version;

  private async loadMissing(): Promise<void> {
    const { wanted } = this;
    const missing = wanted.filter((line) => !this.kept.has(line));
    if (missing.length === 0) return;
    this.loading = true;
    const outcome = await this.load(missing);
    this.loading = false;
    this.take(outcome);
    // What was just asked for and is not there would be asked for for ever.
    if (this.wanted !== wanted) void this.loadMissing();
  }

  private take(outcome: Outcome<readonly ViewLine[]>): void {
    this.problem = outcome.ok ? undefined : outcome.problem;
    if (outcome.ok) for (const line of outcome.value) this.kept.set(line.line, line);
    this.forgetFar();
    this.version++;
    for (const listener of this.listeners) listener();
  }

  private forgetFar(): void {
    if (this.kept.size <= MOST_KEPT) return;
    const wanted = new Set(this.wanted);
    for (const line of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT / 2) return;
      if (wanted.has(line)) continue;
      this.kept.delete(line);
      this.limits.delete(line);
    }
  }
}
