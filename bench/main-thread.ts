import type { Browser, Page } from 'playwright';

/** One task of the main thread of a page. */
export interface Task {
  /** Milliseconds from its begin to its end, in which other threads may have had the processor. */
  readonly clock: number;
  /** Milliseconds of processor time. */
  readonly processor: number;
}

/** What a trace of Chromium says of one thing that happened; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const CATEGORIES = ['-*', 'disabled-by-default-devtools.timeline'];

/** All tasks of the page's main thread while `work` goes on. */
export async function tracedTasks(
  browser: Browser,
  page: Page,
  work: () => Promise<unknown>,
): Promise<readonly Task[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  return tasksIn((await browser.stopTracing()).toString());
}

/** @param trace a file as Chromium writes it; of several pages, the one that did most is told of */
export function tasksIn(trace: string): readonly Task[] {
  const { traceEvents }: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(trace);
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const all = mains.map(({ pid, tid }) =>
    traceEvents
      .filter((event) => event.name === 'RunTask' && event.pid === pid && event.tid === tid)
      .map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1000, processor: tdur / 1000 })),
  );
  const busy = (tasks: readonly Task[]) => tasks.reduce((sum, { processor }) => sum + processor, 0);
  return all.toSorted((a, b) => busy(b) - busy(a))[0] ?? [];
}
