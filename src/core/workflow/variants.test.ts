import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sessionTable } from '../sequence/session-table.fixture.ts';
import { startedSessions } from './started-sessions.ts';
import { learntSessions, sessionsOf } from './variants.ts';

const session = fc.array(fc.nat(2), { maxLength: 4 });

test('each session has the variant with its keys, the most frequent ones first', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(session, fc.boolean())), (given) => {
      const keys = given.map(([own]) => own);
      const asked = given.flatMap(([, isAsked], at) => (isAsked ? [at] : []));
      const { variants, variantOf } = learntSessions(startedSessions(sessionTable(keys)), asked);
      expect([...variantOf].map((variant) => variants[variant]?.keys)).toEqual(asked.map((at) => keys[at]));
      expect(new Set(variants.map((variant) => variant.keys.join())).size).toBe(variants.length);
      expect(sessionsOf(variants)).toBe(asked.length);
      const counts = variants.map(({ count }) => count);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    }),
  );
});
