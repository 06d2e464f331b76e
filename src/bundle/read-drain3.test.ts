import { deflateSync } from 'node:zlib';
import { strToU8, zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { LogKey } from '../core/base/brand.ts';
import { drain3Snapshot, drain3State } from './drain3-snapshot.ts';
import { looksLikeDrain3, readDrain3 } from './read-drain3.ts';

const TEMPLATES = ['Received block <*> of size <*>', 'a user logged in', 'x <IP>:<NUM> y', '__proto__ constructor'].map(
  (text) => text.split(' '),
);
const OWN = TEMPLATES.map((words, index) => ({ key: index as LogKey, words, lines: 2 }));

const read = (text: string) => readDrain3(strToU8(text), 'drain3_state.bin');
const base64 = (json: string) => Buffer.from(zlibSync(strToU8(json))).toString('base64');

/** As jsonpickle 3.0 writes the objects of Drain3. */
function cluster(id: number, words: readonly string[]) {
  return [
    `json://${id}`,
    { 'py/object': 'drain3.drain.LogCluster', log_template_tokens: { 'py/tuple': words }, cluster_id: id, size: 1 },
  ] as const;
}
const clusters = Object.fromEntries([2, 10, 1].map((id, index) => cluster(id, TEMPLATES[index] ?? [])));
const state = (kept: unknown, type = 'drain3.drain.Drain') =>
  JSON.stringify({
    'py/object': type,
    log_cluster_depth: 4,
    root_node: { 'py/object': 'drain3.drain.Node', key_to_child_node: {}, cluster_ids: [] },
    extra_delimiters: { 'py/tuple': [] },
    id_to_cluster: kept,
    clusters_counter: 10,
  });
const cache = {
  'py/object': 'drain3.drain.LogClusterCache',
  _Cache__data: clusters,
  _Cache__currsize: 3,
  _LRUCache__order: {
    'py/reduce': [{ 'py/type': 'collections.OrderedDict' }, { 'py/tuple': [] }, null, null, { 'py/tuple': [] }],
  },
};

describe('a state of Drain3', () => {
  test('that was exported here gives its templates back, packed or not', () => {
    for (const text of [drain3Snapshot(OWN), drain3State(OWN), `${drain3State(OWN)}\n`]) {
      expect(read(text)).toEqual({ ok: true, value: TEMPLATES });
      expect(looksLikeDrain3(text)).toBe(true);
    }
  });

  test('gives its templates in the order of their numbers, with a limit on clusters and without', () => {
    const inOrder = [2, 0, 1].map((index) => TEMPLATES[index]);
    for (const kept of [clusters, cache]) {
      expect(read(state(kept))).toEqual({ ok: true, value: inOrder });
      expect(read(base64(state(kept)))).toEqual({ ok: true, value: inOrder });
    }
  });
});

describe('is refused, with the reason,', () => {
  test.each([
    ['what is neither JSON nor packed', 'a log line\n', 'neither JSON'],
    ['damaged base64', base64(state(clusters)).slice(0, 60), 'neither JSON'],
    ['another object', state(clusters, 'os.system'), 'its field "py/object"'],
    ['another object that holds the clusters', state({ ...cache, 'py/object': 'os.system' }), 'in its clusters'],
    [
      'a code that Python would run',
      state({ a: { 'py/reduce': [{ 'py/function': 'os.system' }] } }),
      'in its clusters',
    ],
    ['a word that is none', state({ a: { ...clusters['json://1'], log_template_tokens: [1] } }), 'in its clusters'],
    ['no templates', state({}), 'it holds no templates'],
    ['a log in JSON', '{"message":"started"}', 'its field'],
  ])('%s', (_, text, reason) => {
    const outcome = read(text);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'bad-templates' } });
    expect(outcome.ok ? '' : outcome.problem.message).toContain(reason);
    expect(outcome.ok ? '' : outcome.problem.message).toMatch(/^drain3_state\.bin is no state of Drain3 .*\.$/);
  });

  test('what unpacks to more than any state does', () => {
    const packed = (spaces: number) => deflateSync(state(clusters) + ' '.repeat(spaces)).toString('base64');
    expect(read(packed(1000))).toMatchObject({ ok: true });
    expect(read(packed(34_000_000))).toMatchObject({ ok: false });
  });
});

test('logs and other files are not taken for one', () => {
  for (const head of ['{"message":"py/object drain3."}', 'eJ is a word, and so on', '2024-05-01 started', '']) {
    expect(looksLikeDrain3(head)).toBe(false);
  }
});
