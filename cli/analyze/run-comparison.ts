import type { ComparisonReport } from '../../src/core/report/comparison-report.ts';
import type { Outcome } from '../../src/core/report/problem.ts';
import type { AnalyzeRequest } from './arguments.ts';
import { Run, type Say, startThreads } from './run.ts';

/** What differs between two logs, by the keys of the first, or in one log from before a time to behind it. */
export async function runComparison(request: AnalyzeRequest, say: Say): Promise<Outcome<ComparisonReport>> {
  const run = new Run(startThreads(request), request, [], say);
  const before = await run.open(request.files);
  if (!before.ok) return before;
  const { compareAt } = request;
  if (compareAt === undefined) {
    await run.data.keepBaseline();
    const after = await run.open(request.compare);
    if (!after.ok) return after;
  }
  const compared = await (compareAt === undefined ? run.data.comparison() : run.data.comparisonAt(compareAt));
  if (compared === undefined) throw new Error('The log that is compared was closed by nobody');
  return compared;
}
