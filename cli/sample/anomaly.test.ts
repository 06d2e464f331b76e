import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/core/base/random.ts';
import type { Cause } from '../../src/core/detect/finding.ts';
import { planAnomalousSession } from './anomaly.ts';
import { LOG_KINDS } from './kinds.ts';
import { LineTexts } from './line-text.ts';
import { NormalProfile } from './normal-profile.ts';
import { type PlannedLine, planSession } from './session.ts';

const REPEATS = 60;

describe.each(LOG_KINDS)('$name', (kind) => {
  const profile = new NormalProfile(kind);
  const texts = new LineTexts(kind);
  const random = createRandom(11);
  const planting = { kind, profile, texts, random, unknownMessage: () => kind.unknownMessages[0] ?? '' };

  /** Many anomalous sessions, with the index of the odd line. */
  function plant(cause: Cause) {
    return Array.from({ length: REPEATS }, () => {
      const { session, odd } = planAnomalousSession(planting, cause);
      const index = session.lines.indexOf(odd);
      expect(index).toBeGreaterThanOrEqual(0);
      session.lines.forEach((line, at) => {
        expect(line.at).toBeGreaterThanOrEqual(session.lines[at - 1]?.at ?? 0);
      });
      return { lines: session.lines, odd, index };
    });
  }

  const gapAt = (lines: readonly PlannedLine[], index: number) => (lines[index]?.at ?? 0) - (lines[index - 1]?.at ?? 0);
  const usual = (line: PlannedLine) => profile.gapBefore(line.message) ?? { mean: 0, min: 0, max: 0 };

  test('new-template: a message that no normal session logs', () => {
    for (const { odd } of plant('new-template')) expect(profile.messages).not.toContain(odd.message);
  });

  test('unexpected-key: a known message where no normal session has it', () => {
    for (const { lines, odd, index } of plant('unexpected-key')) {
      expect(profile.messages).toContain(odd.message);
      expect(profile.mayFollow(lines, index, odd.message)).toBe(false);
    }
  });

  test('ended-early: nothing odd but the end, where no normal session ends', () => {
    for (const { lines, index } of plant('ended-early')) {
      expect(index).toBe(lines.length - 1);
      expect(lines.every((line, at) => profile.mayFollow(lines, at, line.message))).toBe(true);
      expect(profile.endShare(lines)).toBe(0);
    }
  });

  test('ran-on: known messages after an end that is nearly always one', () => {
    for (const { lines, odd, index } of plant('ran-on')) {
      expect(profile.endShare(lines.slice(0, index))).toBeGreaterThanOrEqual(0.9);
      expect(profile.mayFollow(lines, index, odd.message)).toBe(false);
    }
  });

  test('unusual-counts: a usual order, but longer than any normal session', () => {
    const longest = Math.max(...Array.from({ length: 2_000 }, () => planSession(kind, random).lines.length));
    for (const { lines } of plant('unusual-counts')) {
      expect(lines.length).toBeGreaterThan(1.3 * longest);
      expect(lines.every((line, at) => profile.mayFollow(lines, at, line.message))).toBe(true);
    }
  });

  test('odd-parameter: one value more than 5 deviations off', () => {
    for (const { odd } of plant('odd-parameter')) {
      const field = kind.fields[odd.override?.field ?? ''];
      expect(field?.kind).toBe('number');
      if (field?.kind !== 'number') continue;
      expect(Math.abs(Number(odd.override?.value) - field.mean)).toBeGreaterThan(5 * field.deviation);
      odd.branch.root.values.set('id', 'ID');
      expect(texts.text(odd.message, odd.branch, random, odd.override)).toContain(odd.override?.value);
    }
  });

  test('slow-step: at least 3 times the usual time, beyond all normal ones', () => {
    for (const { lines, odd, index } of plant('slow-step')) {
      expect(gapAt(lines, index)).toBeGreaterThan(2.99 * usual(odd).mean);
      expect(gapAt(lines, index)).toBeGreaterThan(1.4 * usual(odd).max);
    }
  });

  test('fast-step: at most a third of the usual time, below all normal ones', () => {
    for (const { lines, odd, index } of plant('fast-step')) {
      expect(gapAt(lines, index)).toBeLessThan(usual(odd).mean / 2.99);
      expect(gapAt(lines, index)).toBeLessThan(usual(odd).min / 1.4);
    }
  });
});
