import { expect, test } from 'vitest';
import { finding } from '../detect/marks/marks.fixture.ts';
import { filterFindings, NO_FILTER } from './finding-filter.ts';
import { groupFindings, stepTo } from './finding-groups.ts';

const ALL = [finding('a', 3, [0, 1]), finding('b', 2, [1]), finding('c', 3, [0, 1]), finding('d', 3, [1, 1])];
const sessionsOf = (findings: readonly { readonly session: string }[]) => findings.map(({ session }) => session);

test('findings with the same key after the same ones are one group, the best example first', () => {
  expect(groupFindings(ALL).map(({ findings }) => sessionsOf(findings))).toEqual([['a', 'c'], ['b'], ['d']]);
});

test('what comes before does not matter where the cause is not about order', () => {
  const counts = ALL.map((one) => ({ ...one, cause: 'unusual-counts' as const }));
  expect(groupFindings(counts).map(({ findings }) => sessionsOf(findings))).toEqual([['a', 'c', 'd'], ['b']]);
});

test('steps lead from finding to finding and from group to group, and stop at the ends', () => {
  const groups = groupFindings(ALL);
  const step = (from: string | undefined, by: 'group' | 'finding', to: 1 | -1) => stepTo(groups, from, by, to)?.session;
  expect(step(undefined, 'finding', 1)).toBe('a');
  expect(step('a', 'finding', 1)).toBe('c');
  expect(step('c', 'finding', 1)).toBe('b');
  expect(step('c', 'group', 1)).toBe('b');
  expect(step('d', 'group', -1)).toBe('b');
  expect(step('a', 'finding', -1)).toBeUndefined();
  expect(step('d', 'group', 1)).toBeUndefined();
});

test('filters combine; a cause that no longer occurs hides nothing', () => {
  const [a, b] = ALL;
  if (!a || !b) throw new Error('There are findings.');
  const some = [a, { ...b, cause: 'ran-on' as const, line: 90 }, { ...a, session: 'e', line: 90 }];
  const filtered = (over: object) => sessionsOf(filterFindings(some, { ...NO_FILTER, ...over }));
  expect(filtered({})).toEqual(['a', 'b', 'e']);
  expect(filtered({ causes: new Set(['ran-on']) })).toEqual(['b']);
  expect(filtered({ causes: new Set(['slow-step']) })).toEqual(['a', 'b', 'e']);
  expect(filtered({ place: { from: 50, to: 90 } })).toEqual(['b', 'e']);
  expect(filtered({ place: { from: 50, to: 90 }, causes: new Set(['unexpected-key']) })).toEqual(['e']);
  const [group] = groupFindings(some);
  expect(filtered({ hidden: new Set([group?.name]) })).toEqual(['b']);
});
