import { strFromU8, Unzlib } from 'fflate';
import * as v from 'valibot';
import type { Bytes } from '../core/base/units.ts';
import type { StartTemplate } from '../core/drain/start-templates.ts';
import type { Outcome } from '../core/report/problem.ts';
import { pushPieces } from './push-pieces.ts';

/** 100,000 templates of 30 words or so. */
const LARGEST: Bytes = 32 * 1024 * 1024;

const words = v.array(v.pipe(v.string(), v.maxLength(100_000)));
const cluster = v.object({
  'py/object': v.literal('drain3.drain.LogCluster'),
  log_template_tokens: v.union([words, v.object({ 'py/tuple': words })]),
  cluster_id: v.number(),
});
const clusters = v.record(v.string(), cluster);

/** The fields that are read; all others are left alone, and no type that a field names is ever made. */
const state = v.object({
  'py/object': v.picklist(['drain3.drain.Drain', 'drain3.jaccard_drain.JaccardDrain']),
  id_to_cluster: v.unknown(),
});
/** What holds the clusters where Drain3 was told how many to keep. */
const cache = v.object({ 'py/object': v.literal('drain3.drain.LogClusterCache'), _Cache__data: v.unknown() });

/**
 * The templates of a Drain3 state, by the numbers of their clusters: JSON as jsonpickle writes it, or the same packed by zlib in base64.
 * It is data here; nothing in it is run.
 */
export function readDrain3(bytes: Uint8Array, name: string): Outcome<readonly StartTemplate[]> {
  const json = parseJson(strFromU8(bytes).trim());
  if (json === undefined) return refuse(name, 'it is neither JSON nor JSON packed by zlib in base64');
  const drain = v.safeParse(state, json);
  if (!drain.success) return refuse(name, fault(drain.issues[0]));
  const kept = drain.output.id_to_cluster;
  const found = v.safeParse(clusters, v.is(cache, kept) ? kept._Cache__data : kept);
  if (!found.success) return refuse(name, `in its clusters, ${fault(found.issues[0])}`);
  const templates = Object.values(found.output)
    .sort((a, b) => a.cluster_id - b.cluster_id)
    .map(({ log_template_tokens: tokens }) => (Array.isArray(tokens) ? tokens : tokens['py/tuple']));
  return templates.length === 0 ? refuse(name, 'it holds no templates') : { ok: true, value: templates };
}

/** Whether a file is such a state, by its first 128 bytes. */
export function looksLikeDrain3(head: string): boolean {
  return /^\s*\{\s*"py\/object":\s*"drain3\./.test(head) || /^eJ[A-Za-z0-9+/]{40,}/.test(head);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('{') ? text : unpack(text));
  } catch {
    return undefined;
  }
}

/** @throws where it is no base64, damaged or too large */
function unpack(base64: string): string {
  const packed = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream = new Unzlib((piece) => {
    size += piece.length;
    pieces.push(piece);
  });
  pushPieces(stream, packed, () => size > LARGEST);
  if (size > LARGEST) throw new RangeError('It unpacks to more than any state does');
  const decoder = new TextDecoder();
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
}

function fault(issue: v.BaseIssue<unknown>): string {
  return `its field "${v.getDotPath(issue) ?? ''}" is missing or wrong`;
}

function refuse(name: string, reason: string): Outcome<never> {
  return {
    ok: false,
    problem: {
      code: 'bad-templates',
      message: `${name} is no state of Drain3 that this program can read: ${reason}.`,
      advice: 'Choose a file that Drain3 or Deeplog saved, such as drain3_state.bin.',
    },
  };
}
