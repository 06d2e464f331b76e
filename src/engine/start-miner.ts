import { EMPTY_MINER } from '../core/drain/frozen-miner.ts';
import {
  type Start,
  type StartTemplate,
  startMiner,
  templateFinder,
  wordMiner,
} from '../core/drain/start-templates.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { OpenedLog } from './opened-log.ts';
import { type SampledContent, sampledContents } from './sampled-contents.ts';

const NOTHING: Begun = { start: { miner: EMPTY_MINER, texts: [] }, unnamedLines: 0 };

interface Begun {
  readonly start: Start;
  /** Of a log that names templates, lines of kinds of which the first line names none: these are mined. */
  readonly unnamedLines: number;
}

/** Templates that a person gave, else those that the log itself names; with neither, mining begins with nothing. */
export async function startOf(log: OpenedLog, given: readonly StartTemplate[] = []): Promise<Outcome<Begun>> {
  const isMined = log.formats.some(({ mined }) => mined !== undefined);
  if (given.length === 0 && (!isMined || log.classic !== undefined)) return { ok: true, value: NOTHING };
  if (log.classic !== undefined) return withStart({ miner: wordMiner(given), texts: [] });
  const sampled = await sampledContents(log);
  if (!sampled.ok) return sampled;
  if (given.length > 0) return withStart(startFrom(given, sampled.value));
  const unnamed = sampled.value.filter(({ mined }) => mined.eventId === '');
  return withStart(
    startAsMined(sampled.value),
    unnamed.reduce((sum, { kind }) => sum + kind.count, 0),
  );
}

const withStart = (start: Start, unnamedLines = 0): Outcome<Begun> => ({ ok: true, value: { start, unnamedLines } });

function startFrom(templates: readonly StartTemplate[], samples: readonly SampledContent[]): Start {
  const find = templateFinder(templates);
  const contents = samples.map(({ content }) => ({ content, template: find(content) }));
  return { miner: startMiner(templates, contents).miner, texts: [] };
}

const byNumber = new Intl.Collator('en', { numeric: true });

/** By the templates that the lines say they have, in the order of their ids. */
function startAsMined(samples: readonly SampledContent[]): Start {
  const textOfId = new Map(samples.map(({ mined: { eventId, eventTemplate } }) => [eventId, eventTemplate]));
  textOfId.delete('');
  const ids = [...textOfId.keys()].sort((a, b) => byNumber.compare(a, b) || (a < b ? -1 : 1));
  const texts = ids.map((id) => textOfId.get(id) ?? '');
  const place = new Map(ids.map((id, index) => [id, index]));
  const contents = samples.map(({ content, mined }) => ({ content, template: place.get(mined.eventId) ?? -1 }));
  const { miner, templateOf } = startMiner(
    texts.map((text) => text.split(/\s+/)),
    contents,
  );
  return { miner, texts: templateOf.map((template) => texts[template] ?? '') };
}
