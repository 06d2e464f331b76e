import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sessionTable } from '../sequence/session-table.fixture.ts';
import { EditTable } from './edit-steps.ts';
import { LONGEST_COMPARED, nearestKind } from './nearest-kind.ts';
import { keysOfSession, sequenceKinds } from './sequence-kinds.ts';

const WHOLE = { atStart: false, atEnd: false };
const keysOf = (text: string) => [...text].map((letter) => letter.charCodeAt(0) - 97);
const tableOf = (words: readonly string[]) => sessionTable(words.map(keysOf));

/** The word that the first session is most like, how many have it, and how far apart they are. */
function nearest(words: readonly string[], { cut = WHOLE, without = [0] } = {}): string {
  const table = tableOf(words);
  const kinds = sequenceKinds(
    table,
    [...words.keys()].filter((at) => !without.includes(at)),
  );
  const found = nearestKind(kinds, keysOfSession(table, 0), kinds.sessions, cut);
  if (found === undefined) return 'none';
  return `${words[kinds.first[found.kind] ?? 0]} ${kinds.sessions[found.kind]} ${found.distance}`;
}

test('kinds are those of most sessions first, and know their sessions', () => {
  const table = tableOf(['ab', 'abc', 'abc', 'ab', 'ba', 'abc', 'x']);
  const { first, sessions, kindOf } = sequenceKinds(table, [0, 1, 2, 3, 4, 5]);
  expect([...first]).toEqual([1, 0, 4]);
  expect([...sessions]).toEqual([3, 2, 1]);
  expect([...kindOf]).toEqual([1, 0, 0, 1, 2, 0, -1]);
});

test.each([
  ['abdef', ['abcdef', 'abxyef'], 'abcdef 1 1'],
  ['abd', ['abcd', 'abxd', 'abxd'], 'abxd 2 1'],
  ['abd', ['abxd', 'abcd'], 'abxd 1 1'],
  ['acb', ['abc', 'acbxyz', 'acbx'], 'abc 1 1'],
  ['abc', ['abc', 'abcd'], 'abc 1 0'],
  ['abc', ['xyz'], 'none'],
  ['abc', [], 'none'],
])('%s among %j', (word, others, expected) => {
  expect(nearest([word, ...others])).toBe(expected);
});

test('a session that the data cuts off lacks nothing there', () => {
  const words = ['ab', 'abx', 'abcdefghi', 'abcdefghi', 'b'];
  expect(nearest(words)).toBe('abx 1 1');
  expect(nearest(words, { cut: { atStart: false, atEnd: true } })).toBe('abcdefghi 2 0');
});

test('kinds whose sessions may not be taken are left out', () => {
  const table = tableOf(['abc', 'abc', 'abcd']);
  const kinds = sequenceKinds(table, [0, 1, 2]);
  const among = (...counts: number[]) => nearestKind(kinds, keysOfSession(table, 0), counts, WHOLE)?.distance;
  expect([among(2, 1), among(0, 1), among(0, 0)]).toEqual([0, 1, undefined]);
});

test('very long sessions are not compared', () => {
  expect(nearest(['a'.repeat(LONGEST_COMPARED + 1), 'a'])).toBe('none');
  expect(nearest(['a', 'a'.repeat(LONGEST_COMPARED + 1)])).toBe('none');
});

describe('among any sessions', () => {
  const session = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 9 });
  const cuts = fc.record({ atStart: fc.boolean(), atEnd: fc.boolean() });

  test('none that has something in common is nearer', () => {
    fc.assert(
      fc.property(session, fc.array(session, { maxLength: 12 }), cuts, (own, others, cut) => {
        const table = sessionTable([own, ...others]);
        const kinds = sequenceKinds(
          table,
          others.map((_, at) => at + 1),
        );
        const edits = new EditTable(own, cut);
        const alike = others.filter((other) => other.some((key) => own.includes(key)));
        const least = Math.min(...alike.map((other) => edits.distanceTo(other, 99) ?? 99));
        const found = nearestKind(kinds, keysOfSession(table, 0), kinds.sessions, cut);
        expect(found?.distance).toBe(alike.length === 0 ? undefined : least);
      }),
    );
  });

  test('a session is nearest to itself, and every step is the same', () => {
    fc.assert(
      fc.property(
        session.filter((keys) => keys.length > 0),
        fc.array(session),
        (own, others) => {
          const table = sessionTable([own, ...others]);
          const kinds = sequenceKinds(table, [...Array(table.count).keys()]);
          const found = nearestKind(kinds, keysOfSession(table, 0), kinds.sessions, WHOLE);
          expect(found).toMatchObject({ kind: kinds.kindOf[0], distance: 0 });
          expect(found?.steps.every(({ is }) => is === 'same')).toBe(true);
        },
      ),
    );
  });
});
