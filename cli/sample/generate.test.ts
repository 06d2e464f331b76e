import { describe, expect, test } from 'vitest';
import { CAUSES } from '../../src/core/detect/finding.ts';
import { type GenerateOptions, generateLog, type SessionLabel } from './generate.ts';
import { hdfs } from './kinds/hdfs.ts';
import { LOG_KINDS } from './kinds.ts';
import type { LogKind } from './log-kind.ts';

interface Generated {
  readonly lines: readonly string[];
  readonly labels: readonly SessionLabel[];
  /** Most sessions that were open at once. */
  readonly mostOpen: number;
}

/** The same kind with every identifier marked, so that a line's session can be read off it. */
function marked(kind: LogKind): LogKind {
  const fields = { ...kind.fields };
  return { ...kind, fields, id: (random, before) => `<${kind.id(random, before)}>` };
}

const idOf = (line: string) => /<[^<>]+>/.exec(line)?.[0];

function generate(kind: LogKind, options: Partial<GenerateOptions> = {}): Generated {
  const lines: string[] = [];
  const labels: SessionLabel[] = [];
  const open = new Set<string>();
  let mostOpen = 0;
  generateLog(
    marked(kind),
    { lines: 12_000, anomalies: 0.05, seed: 3, ...options },
    {
      line: (text) => {
        lines.push(text);
        const id = idOf(text);
        if (id) open.add(id);
        mostOpen = Math.max(mostOpen, open.size);
      },
      label: (label) => {
        labels.push(label);
        open.delete(label.id);
      },
    },
  );
  expect(open.size).toBe(0);
  return { lines, labels, mostOpen };
}

function linesOfSessions(lines: readonly string[]): Map<string, number[]> {
  const sessions = new Map<string, number[]>();
  lines.forEach((line, index) => {
    const id = idOf(line);
    if (id) sessions.set(id, [...(sessions.get(id) ?? []), index + 1]);
  });
  return sessions;
}

describe.each(LOG_KINDS.map((kind) => ({ name: kind.name, kind, ...generate(kind) })))('$name', (log) => {
  const { kind, lines, labels } = log;
  const sessions = linesOfSessions(lines);
  const anomalies = labels.filter((label) => label.cause);

  test('as many lines as asked for, the same for the same seed, others for another', () => {
    expect(lines).toHaveLength(12_000);
    const again = generate(kind);
    expect(again.lines).toEqual(lines);
    expect(again.labels).toEqual(labels);
    expect(generate(kind, { seed: 4 }).lines).not.toEqual(lines);
  });

  test('every session has one label, and a label only sessions that are there', () => {
    expect(labels.map((label) => label.id).sort()).toEqual([...sessions.keys()].sort());
  });

  test('the share of anomalous sessions is the one asked for, evenly over the causes', () => {
    expect(anomalies.length / labels.length).toBeCloseTo(0.05, 2);
    const counts = CAUSES.map((cause) => anomalies.filter((label) => label.cause === cause).length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  test('an anomaly names a line of its session, the last one where the session ended early', () => {
    for (const { id, cause, line } of anomalies) {
      expect(sessions.get(id)).toContain(line);
      if (cause === 'ended-early') expect(line).toBe(sessions.get(id)?.at(-1));
    }
    expect(labels.filter((label) => !label.cause && label.line !== undefined)).toEqual([]);
  });

  test('few anomalies begin in the first 60 %', () => {
    const early = anomalies.filter((label) => (sessions.get(label.id)?.[0] ?? 0) < 0.55 * lines.length);
    expect(early.length).toBeGreaterThan(0);
    expect(early.length / anomalies.length).toBeLessThan(0.25);
  });

  test('time stamps never go back', () => {
    const width = kind.stamp(0).length;
    const stamps = lines.map((line) => line.slice(0, width));
    expect(stamps).toEqual([...stamps].sort());
  });

  test('sessions interleave', () => {
    const whole = [...sessions.values()].filter((at) => (at.at(-1) ?? 0) - (at[0] ?? 0) === at.length - 1);
    expect(log.mostOpen).toBeGreaterThan(2);
    expect(whole.length / sessions.size).toBeLessThan(0.7);
  });

  test('no more sessions are open at once in a log three times as long', () => {
    expect(generate(kind, { lines: 36_000 }).mostOpen).toBeLessThan(2 * log.mostOpen);
  });
});

test.each([1, 2, 9, 40, 41, 333])(
  'a log of %i lines has exactly these, its sessions are whole where one fits',
  (lines) => {
    const log = generate(hdfs, { lines, anomalies: 0 });
    expect(log.lines).toHaveLength(lines);
    expect(log.labels.every((label) => label.cause === undefined)).toBe(true);
    expect(log.labels.length).toBeGreaterThan(0);
  },
);

test.each([0, 0.3, 1])('a share of %f is kept', (anomalies) => {
  const { labels } = generate(hdfs, { anomalies, lines: 6_000 });
  expect(labels.filter((label) => label.cause).length / labels.length).toBeCloseTo(anomalies, 1);
});
