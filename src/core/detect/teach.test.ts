import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sessionTable } from '../sequence/session-table.fixture.ts';
import { range } from '../sequence/split.ts';
import { type EnsembleLog, fitQuickDetectors, type QuickStates } from './quick-detectors.ts';
import { sequenceLog } from './sequence-log.fixture.ts';
import { teach } from './teach.ts';

function logOf(keys: readonly (readonly number[])[]): EnsembleLog {
  const sessions = sessionTable(keys);
  const at = new Uint32Array(sessions.key.length + 1);
  const values = { slots: [], firstSlot: new Int32Array(5), at, value: new Float32Array(0), words: [] };
  return { sequence: sequenceLog(keys, { known: [0, 1, 2] }), sessions, values };
}

const inAnyOrder = ({ markov, counts, length }: QuickStates) => ({
  markov,
  length,
  weights: counts.weights,
  vectors: counts.vectors.map((vector) => JSON.stringify(vector)).sort(),
});

const sessions = fc.array(fc.array(fc.nat({ max: 3 }), { maxLength: 6 }), { minLength: 2, maxLength: 10 });

test('detectors that are taught know what they would if they had been fitted with these sessions', () => {
  fc.assert(
    fc.property(sessions, sessions, (first, second) => {
      const log = logOf([...first, ...second]);
      const learnt = range(0, first.length);
      const marked = range(first.length, first.length + second.length);
      const { models } = fitQuickDetectors(log, learnt);
      const taught = teach(models, log.sequence, marked);
      expect(inAnyOrder(taught.states)).toEqual(inAnyOrder(fitQuickDetectors(log, learnt, marked).models.states));
      expect(taught.tails).toEqual(models.tails);
      expect(taught.states.timing).toBe(models.states.timing);
      expect(teach(models, log.sequence, [])).toBe(models);
    }),
    { numRuns: 40 },
  );
});
