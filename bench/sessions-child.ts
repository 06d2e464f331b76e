import { statSync } from 'node:fs';
import { fileSource } from '../cli/analyze/node-source.ts';
import { DataEngine } from '../src/engine/data-engine.ts';
import { heapKept } from './heap-kept.ts';

/** In bytes, behind what the program itself takes. */
export interface SessionsUse {
  readonly opened: number;
  readonly grouped: number;
  readonly sessions: number;
}

async function measure(path: string): Promise<SessionsUse> {
  const empty = await heapKept();
  const data = new DataEngine();
  const opened = await data.openSources([fileSource(path, statSync(path).size)], () => undefined);
  if (opened === 'cancelled' || !opened.ok) throw new Error('The log was not read');
  const afterOpen = await heapKept();
  const grouped = await data.group({ rule: 'auto', trainingShare: 0.5 });
  if (!grouped.ok) throw new Error(grouped.problem.message);
  const { sessions } = grouped.value.sessions;
  return { opened: afterOpen - empty, grouped: (await heapKept()) - empty, sessions };
}

const [path = ''] = process.argv.slice(2);
process.send?.(await measure(path));
