import { describe, expect, test } from 'vitest';
import { createRandom } from '../base/random.ts';
import { type SessionEvidence, weighSessions, worthOf } from './evidence.ts';
import { type NamingLine, sessionsOfLines } from './session-table.fixture.ts';

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
  const { sessions, keyOfLine } = sessionsOfLines(naming);
  return weighSessions(sessions, keyOfLine);
}

const byTask = ({ task }: Event) => [`task-${task}`];

describe('tasks that run at the same time', () => {
  const lines = events(10);
  const evidence = weigh(lines, byTask);

  test('order inside their sessions is far easier to predict', () => {
    expect(evidence).toMatchObject({ sessions: TASKS, coverage: 1, medianLength: STEPS, repetition: 1 });
    expect(evidence.gainBits).toBeGreaterThan(2);
    expect(evidence.independence).toBeGreaterThan(0.9);
  });

  test('their identifier beats one that the key determines, as a component does', () => {
    const component = weigh(lines, ({ key }) => [`component-${key}`]);
    expect(component.sessions).toBeGreaterThanOrEqual(10);
    expect(component.independence).toBeCloseTo(0, 5);
    expect(worthOf(component)).toBe(0);
    expect(worthOf(evidence)).toBeGreaterThan(0);
  });

  test('their identifier beats threads, addresses and the like', () => {
    const random = createRandom(3);
    const thread = weigh(lines, () => [`thread-${Math.floor(random.uniform() * 20)}`]);
    expect(worthOf(evidence)).toBeGreaterThan(2 * worthOf(thread));
    // Two or three hosts run all that runs at a time.
    const host = weigh(lines, ({ task }) => [`host-${task % 3}-${task >> 4}`]);
    expect(worthOf(evidence)).toBeGreaterThan(worthOf(host));
  });

  test('an identifier that most lines lack does not qualify', () => {
    const rare = weigh(lines, (event, line) => (line % 2 === 0 ? byTask(event) : []));
    expect(rare.coverage).toBeCloseTo(0.5, 1);
    expect(worthOf(rare)).toBe(0);
  });

  test('lines without a key count neither for nor against', () => {
    const blank = [...lines, ...lines.map(({ task }) => ({ task, key: -1 }))];
    const some = weigh(blank, (event) => (event.key < 0 ? [] : byTask(event)));
    expect(some.coverage).toBe(1);
  });
});

test('tasks one after the other gain nothing, and still qualify, as they resemble each other', () => {
  const evidence = weigh(events(1), byTask);
  expect(evidence.gainBits).toBeLessThanOrEqual(0);
  expect(evidence.repetition).toBe(1);
  expect(worthOf(evidence)).toBeGreaterThan(0);
});

describe('what qualifies', () => {
  const good = { sessions: 10, coverage: 0.6, gainBits: 1, medianLength: 3, independence: 0.5, repetition: 0 };

  test.each<[string, Partial<SessionEvidence>]>([
    ['too few sessions', { sessions: 9 }],
    ['too few lines in them', { coverage: 0.59 }],
    ['too short', { medianLength: 2 }],
    ['told by the key', { independence: 0.49 }],
    ['neither more orderly nor alike', { gainBits: 0, repetition: 0.49 }],
  ])('%s: not', (_, change) => {
    expect(worthOf({ ...good, ...change })).toBe(0);
  });

  test('what just qualifies does, by order or by likeness', () => {
    expect(worthOf(good)).toBeCloseTo(0.6);
    expect(worthOf({ ...good, gainBits: -1, repetition: 0.5 })).toBeCloseTo(0.3);
  });
});

test('no session and no line: no evidence', () => {
  expect(weigh([], byTask)).toEqual({
    sessions: 0,
    coverage: 0,
    gainBits: 0,
    medianLength: 0,
    independence: 0,
    repetition: 0,
  });
});
