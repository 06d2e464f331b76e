import { describe, expect, test } from 'vitest';
import { createRandom } from '../base/random.ts';
import { type SessionEvidence, weighIdentifier, weighSessions, worthOf } from './evidence.ts';
import { type NamingLine, namedColumn, sessionsOfLines } from './session-table.fixture.ts';

const STEPS = 12;
const TASKS = 80;

interface Event {
  readonly task: number;
  readonly key: number;
}

/** Tasks of twelve steps; `running` of them at a time, whose lines come in a random order. */
function events(running: number): Event[] {
  const random = createRandom(5);
  const result: Event[] = [];
  for (let first = 0; first < TASKS; first += running) {
    const at = Array.from({ length: running }, () => 0);
    for (let line = 0; line < running * STEPS; line++) {
      const open = [...at.keys()].filter((task) => (at[task] ?? 0) < STEPS);
      const task = open[Math.floor(random.uniform() * open.length)] ?? 0;
      result.push({ task: first + task, key: at[task] ?? 0 });
      at[task] = (at[task] ?? 0) + 1;
    }
  }
  return result;
}

function weigh(lines: readonly Event[], name: (event: Event, line: number) => readonly string[]): SessionEvidence {
  const naming = lines.map((event, line): NamingLine => [event.key, ...name(event, line)]);
  return weighIdentifier(
    namedColumn(naming),
    Int32Array.from(naming, ([key]) => key),
  );
}

const worth = (evidence: SessionEvidence) => worthOf(evidence, 1);

const byTask = ({ task }: Event) => [`task-${task}`];

describe('tasks that run at the same time', () => {
  const lines = events(10);
  const evidence = weigh(lines, byTask);

  test('order inside their sessions is far easier to predict', () => {
    expect(evidence).toMatchObject({ sessions: TASKS, coverage: 1, sequenced: 1, likeness: 1 });
    expect(evidence.lengths).toEqual({ p25: STEPS, p50: STEPS, p95: STEPS });
    expect(evidence.reach).toBeLessThan(0.2);
    expect(evidence.gainBits).toBeGreaterThan(2);
    expect(evidence.independence).toBeGreaterThan(0.9);
  });

  test('their identifier beats one that the key determines, as a component does', () => {
    const component = weigh(lines, ({ key }) => [`component-${key}`]);
    expect(component.sessions).toBeGreaterThanOrEqual(10);
    expect(component.independence).toBeCloseTo(0, 5);
    expect(worth(component)).toBe(0);
    expect(worth(evidence)).toBeGreaterThan(0);
  });

  test('their identifier beats threads, addresses and the like', () => {
    const random = createRandom(3);
    const thread = weigh(lines, () => [`thread-${Math.floor(random.uniform() * 20)}`]);
    expect(worth(evidence)).toBeGreaterThan(2 * worth(thread));
    // Two or three hosts run all that runs at a time.
    const host = weigh(lines, ({ task }) => [`host-${task % 3}-${task >> 4}`]);
    expect(worth(evidence)).toBeGreaterThan(worth(host));
  });

  test('an identifier that most lines lack does not qualify', () => {
    const rare = weigh(lines, (event, line) => (line % 3 === 0 ? byTask(event) : []));
    expect(rare.coverage).toBeCloseTo(1 / 3, 1);
    expect(worth(rare)).toBe(0);
  });

  test('one that every line has of its own makes no sequences', () => {
    const own = weigh(lines, (_, line) => [`line-${line}`]);
    expect(own).toMatchObject({ coverage: 1, sequenced: 0 });
    expect(worth(own)).toBe(0);
  });

  test('lines without a key count neither for nor against', () => {
    const blank = [...lines, ...lines.map(({ task }) => ({ task, key: -1 }))];
    const some = weigh(blank, (event) => (event.key < 0 ? [] : byTask(event)));
    expect(some.coverage).toBe(1);
  });
});

test('tasks one after the other gain nothing, and still qualify, as they begin alike', () => {
  const evidence = weigh(events(1), byTask);
  expect(evidence.gainBits).toBeLessThanOrEqual(0);
  expect(evidence.likeness).toBe(1);
  expect(worth(evidence)).toBeGreaterThan(0);
});

describe('what qualifies', () => {
  const good: SessionEvidence = {
    sessions: 10,
    coverage: 0.6,
    sequenced: 0.6,
    lengths: { p25: 3, p50: 30, p95: 40 },
    orderBits: 2,
    gainBits: 1,
    independence: 0.5,
    likeness: 0,
    reach: 0,
  };

  test.each<[string, Partial<SessionEvidence>]>([
    ['too few sessions', { sessions: 9 }],
    ['too few lines in sequences', { sequenced: 0.34 }],
    ['told by the key', { independence: 0.39 }],
    ['neither more orderly nor alike', { gainBits: 0.1, likeness: 0.05 }],
  ])('%s: not', (_, change) => {
    expect(worth({ ...good, ...change })).toBe(0);
  });

  test('what just qualifies does, by order or by likeness', () => {
    expect(worth(good)).toBeCloseTo(0.6 * 0.5 * 0.5);
    expect(worth({ ...good, gainBits: -1, likeness: 1 })).toBeCloseTo(0.6 * 0.5 * 0.5);
  });

  test('small logs need fewer sessions, but four at least', () => {
    const small = { ...good, lengths: { p25: 6, p50: 6, p95: 8 } };
    expect(worth({ ...small, sessions: 5 })).toBeGreaterThan(0);
    expect(worth({ ...small, sessions: 3 })).toBe(0);
  });

  test('the name counts, and how long the sessions live', () => {
    expect(worthOf(good, 0.5)).toBeCloseTo(worth(good) / 2);
    expect(worth({ ...good, reach: 1 })).toBeCloseTo(worth(good) / 5);
  });
});

test('sessions of a table are weighed as those of an identifier', () => {
  const lines: NamingLine[] = events(5).map(({ key, task }) => [key, `task-${task}`]);
  const { sessions, keyOfLine } = sessionsOfLines(lines);
  const { sessions: count, lengths, coverage } = weighSessions(sessions, keyOfLine);
  expect({ count, lengths, coverage }).toMatchObject({ count: TASKS, lengths: { p50: STEPS }, coverage: 1 });
});

test('no session and no line: no evidence', () => {
  expect(weigh([], byTask)).toEqual({
    sessions: 0,
    coverage: 0,
    sequenced: 0,
    lengths: { p25: 0, p50: 0, p95: 0 },
    orderBits: 0,
    gainBits: 0,
    independence: 0,
    likeness: 0,
    reach: 0,
  });
});
