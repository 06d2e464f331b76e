import { createRandom } from '../core/base/random.ts';

/** What is odd about a job: a line that no other logs, no more lines after the second, or two steps in the wrong order. */
export type Oddity = 'crash' | 'early' | 'swapped';

export interface GeneratedLog {
  readonly text: string;
  /** Lines of each job by its id, 0-based. */
  readonly linesOf: ReadonlyMap<string, readonly number[]>;
}

interface LogOptions {
  readonly jobs: number;
  /** By the number of the job. */
  readonly odd?: ReadonlyMap<number, Oddity>;
  readonly seed?: number;
  /** Text before the content of a line; empty where it is left out. */
  readonly header?: (time: Date) => string;
}

const SECOND = 1000;
const STEPS = ['accept', 'load', 'transform', 'write', 'finish'] as const;
type Step = (typeof STEPS)[number] | 'fail';
const START = Date.UTC(2024, 4, 1, 10);

export const timedHeader = (time: Date) => `${time.toISOString().slice(0, 19).replace('T', ' ')} INFO worker: `;

/** The log of a program that runs jobs of five steps, some at the same time. */
export function generateLog({ jobs, odd = new Map(), seed = 1, header = () => '' }: LogOptions): GeneratedLog {
  const random = createRandom(seed);
  const number = (limit: number) => Math.floor(random.uniform() * limit);
  const events: { time: number; id: string; content: string }[] = [];
  for (let job = 0; job < jobs; job++) {
    const id = `job_${1000 + 7 * job}`;
    let time = START + 2 * SECOND * job;
    for (const step of stepsOf(odd.get(job))) {
      events.push({ time, id, content: contentOf(step, id, number) });
      time += SECOND * (1 + number(2));
    }
  }
  events.sort((a, b) => a.time - b.time);
  const linesOf = new Map<string, number[]>();
  events.forEach(({ id }, line) => {
    const own = linesOf.get(id);
    if (own === undefined) linesOf.set(id, [line]);
    else own.push(line);
  });
  return { text: events.map(({ time, content }) => `${header(new Date(time))}${content}\n`).join(''), linesOf };
}

function stepsOf(oddity: Oddity | undefined): readonly Step[] {
  switch (oddity) {
    case 'crash':
      return ['accept', 'load', 'transform', 'fail', 'finish'];
    case 'early':
      return ['accept', 'load'];
    case 'swapped':
      return ['accept', 'write', 'transform', 'load', 'finish'];
    case undefined:
      return STEPS;
  }
}

function contentOf(step: Step, id: string, number: (limit: number) => number): string {
  switch (step) {
    case 'accept':
      return `Accepted ${id} from 10.0.${number(9)}.${number(99)}:${5000 + number(999)}`;
    case 'load':
      return `Loading ${100 + number(9000)} rows for ${id}`;
    case 'transform':
      return `Transforming all of ${id} in ${1 + number(8)} parts – naïvely`;
    case 'write':
      return `Writing the result of ${id} to /out/${number(9999)}.csv`;
    case 'finish':
      return `Finished ${id} after ${number(5000)} ms`;
    case 'fail':
      return `Disk failure while ${id} was writing`;
  }
}
