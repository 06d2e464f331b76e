import { expect, test } from 'vitest';
import type { LogKey } from '../../core/base/brand.ts';
import type { AlignedStep } from '../../core/explain/folded-steps.ts';
import { absenceText, nearestText } from './nearest-text.ts';

const key = 1 as LogKey;
const missing: AlignedStep = { is: 'missing', key };
const moved: AlignedStep = { is: 'missing', key, cameAt: 1233 };
const swapped: AlignedStep = { is: 'swapped', key, due: 2 as LogKey, position: 3 };

test('how many sessions, how far, and by what', () => {
  const nearest = { session: 'a', sessions: 1200, distance: 4, steps: [missing, missing, swapped, swapped] };
  expect(nearestText(nearest)).toBe(
    '1,200 normal sessions are most like it, 4 steps apart: 2 events missing, 1 pair swapped.',
  );
  const extra: AlignedStep = { is: 'extra', key, position: 0 };
  expect(nearestText({ ...nearest, sessions: 1, distance: 1, steps: [{ ...extra, is: 'same' }, extra] })).toBe(
    'One normal session is most like it, 1 step apart: 1 event extra.',
  );
  const steps: readonly AlignedStep[] = [moved, { ...extra, cameAt: 0 }];
  expect(nearestText({ ...nearest, distance: 2, steps })).toContain('2 steps apart: 1 event at another place.');
});

test('what is missing may have come elsewhere', () => {
  expect([1, 2].map((times) => absenceText({ ...missing, times }))).toEqual(['missing', 'missing, 2 times']);
  expect(absenceText({ ...moved, times: 1 })).toBe('came as event 1,234');
});
