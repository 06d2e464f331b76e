import { expect, test } from 'vitest';
import type { LogKey } from '../core/base/brand.ts';
import type { WordTemplate } from '../core/drain/word-templates.ts';
import { drain3Matcher, readState } from './drain3.fixture.ts';
import { drain3Snapshot, drain3State } from './drain3-snapshot.ts';

const template = (text: string, key = 0, lines = 1): WordTemplate => ({
  key: key as LogKey,
  words: text === '' ? [] : text.split(' '),
  lines,
});

test('holds what Drain3 reads back, as its own snapshots do', () => {
  expect(JSON.parse(drain3Snapshot([template('Received block <*>', 0, 2)]))).toEqual({
    'py/object': 'drain3.drain.Drain',
    root_node: {
      'py/object': 'drain3.drain.Node',
      key_to_child_node: {
        3: {
          'py/object': 'drain3.drain.Node',
          key_to_child_node: {
            Received: { 'py/object': 'drain3.drain.Node', key_to_child_node: {}, cluster_ids: [1] },
          },
          cluster_ids: [],
        },
      },
      cluster_ids: [],
    },
    id_to_cluster: {
      'json://1': {
        'py/object': 'drain3.drain.LogCluster',
        log_template_tokens: { 'py/tuple': ['Received', 'block', '<*>'] },
        cluster_id: 1,
        size: 2,
      },
    },
    clusters_counter: 1,
  });
});

test('each template is found again', () => {
  const texts = ['up', '<*>', 'up <*>', '<*> up', 'ip4 to <*>', '__proto__ is <*>', 'constructor <*>', ''];
  const match = drain3Matcher(drain3Snapshot(texts.map((text, key) => template(text, key))));
  expect(texts.map((text) => match(text.replaceAll('<*>', '17')))).toEqual([2, 2, 3, 4, 5, 6, 7, 8]);
  expect(match('down 17 up')).toBeUndefined();
});

test('first words beyond what a node may have are wildcards', () => {
  const many = Array.from({ length: 150 }, (_, i) => `w${String.fromCharCode(97 + (i % 26), 97 + i / 26)} went <*>`);
  const snapshot = drain3Snapshot(many.map((text, key) => template(text, key)));
  const match = drain3Matcher(snapshot);
  expect(many.map((text) => match(text.replace('<*>', '1')))).toEqual(many.map((_, index) => index + 1));
  expect(Object.keys(JSON.parse(snapshot).root_node.key_to_child_node[3].key_to_child_node)).toHaveLength(100);
});

test('is compressed and in base64 as Drain3 stores it by default', () => {
  const templates = [template('naïve “<*>”')];
  expect(readState(drain3State(templates))).toBe(drain3Snapshot(templates));
});
