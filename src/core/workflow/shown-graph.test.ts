import { expect, test } from 'vitest';
import type { LogKey } from '../base/brand.ts';
import { BEGIN, END, FOLDED, type NodeId } from './graph-node.ts';
import { keysOfLetters, letterOf, taskOfLetters } from './letters.fixture.ts';
import { sessionPath } from './session-path.ts';
import { MOST_NODES, shownGraph } from './shown-graph.ts';
import type { TaskWorkflow } from './workflow.ts';

const WHOLE = { atStart: false, atEnd: false };
const names = new Map<NodeId, string>([
  [BEGIN, '('],
  [END, ')'],
  [FOLDED, '*'],
]);
const nameOf = (id: NodeId) => names.get(id) ?? letterOf(id);

function drawn(task: TaskWorkflow, leastShare: number, word?: string) {
  const path = word === undefined ? undefined : sessionPath(task.tree, keysOfLetters(word), WHOLE);
  const { nodes, edges, folded } = shownGraph(task, leastShare, path);
  return {
    nodes: nodes.map(({ id, mark }) => `${nameOf(id)}${mark ? ` ${mark}` : ''}`).sort(),
    edges: edges.map(({ from, to, count, mark }) => `${nameOf(from)}${nameOf(to)} ${mark ?? count}`).sort(),
    folded,
  };
}

const task = taskOfLetters([
  ['abc', 90],
  ['abxc', 6],
  ['acb', 4],
]);

test('all steps and ways, with how often they come', () => {
  expect(drawn(task, 0)).toEqual({
    nodes: ['(', ')', 'a', 'b', 'c', 'x'],
    edges: ['(a 100', 'ab 96', 'ac 4', 'b) 4', 'bc 90', 'bx 6', 'c) 96', 'cb 4', 'xc 6'],
    folded: 0,
  });
});

test('what is rare is folded into one node, and no node stands alone', () => {
  expect(drawn(task, 0.1)).toEqual({
    nodes: ['(', ')', '*', 'a', 'b', 'c'],
    edges: ['(a 100', '*c 6', 'ab 96', 'b* 6', 'bc 90', 'c) 96'],
    folded: 1,
  });
});

test('the path of a session: what it left out, what is extra, all that it took', () => {
  const { nodes, edges } = drawn(task, 0.1, 'ayc');
  expect(nodes).toEqual(['(', ')', '*', 'a taken', 'b missing', 'c taken', 'y extra']);
  expect(edges).toContain('ay taken');
  expect(edges).toContain('yc taken');
  expect(edges.filter((edge) => edge.endsWith('missing'))).toEqual(['bc missing', 'yb missing']);
});

test('of thousands of keys as many as can be read are shown', () => {
  const steps = Array.from({ length: 3000 }, (_, key) => ({ key: key as LogKey, count: 3000 - key }));
  const edges = steps.map(({ key, count }) => ({ from: -1 as const, to: key, count, time: undefined }));
  const graph = shownGraph({ ...task, sessions: 3000, steps, edges }, 0);
  expect(graph.nodes.length).toBe(MOST_NODES);
  expect(graph.folded).toBe(3000 - (MOST_NODES - 3));
});
