import { EMPTY_MINER, type FrozenMiner } from '../core/drain/frozen-miner.ts';
import { type StartTemplate, startMiner, wordMiner } from '../core/drain/start-templates.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { OpenedLog } from './opened-log.ts';
import { sampledContents } from './sampled-contents.ts';

/** What mining begins with: templates of another program, where a person gave some. */
export async function startMinerOf(
  log: OpenedLog,
  templates: readonly StartTemplate[] = [],
): Promise<Outcome<FrozenMiner>> {
  if (templates.length === 0) return { ok: true, value: EMPTY_MINER };
  if (log.classic !== undefined) return { ok: true, value: wordMiner(templates) };
  const sampled = await sampledContents(log);
  if (!sampled.ok) return sampled;
  const contents = sampled.value.map(({ content }) => content);
  return { ok: true, value: startMiner(templates, contents) };
}
