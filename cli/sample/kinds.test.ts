import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/core/base/random.ts';
import { LOG_KINDS } from './kinds.ts';
import { Branch, LineTexts } from './line-text.ts';
import { planSession } from './session.ts';
import { messagesOf } from './workflow.ts';

const HISTORY = 10;

describe.each(LOG_KINDS)('$name', (kind) => {
  test('every message is logged by a workflow or in the background, and every one logged exists', () => {
    const workflows = kind.workflows.flatMap((workflow) => messagesOf(workflow.steps));
    const background = kind.background.flatMap((process) => process.messages);
    expect([...new Set([...workflows, ...background])].sort()).toEqual(Object.keys(kind.messages).sort());
  });

  test('every message has a text without holes', () => {
    const texts = new LineTexts(kind);
    const random = createRandom(1);
    for (const message of [...Object.keys(kind.messages), ...kind.unknownMessages]) {
      const branch = new Branch(undefined, 0);
      branch.values.set('id', 'ID');
      const text = texts.text(message, branch, random);
      expect(text).not.toMatch(/[{}]|undefined|NaN/);
      expect(text.includes('ID')).toBe(!kind.background.some((process) => process.messages.includes(message)));
    }
  });

  test('there are several workflows, and unknown messages for both periods', () => {
    expect(kind.workflows.length).toBeGreaterThan(2);
    expect(new Set(kind.unknownMessages).size).toBeGreaterThan(8);
  });

  test('normal sessions vary, but few enough distinct windows are left to train on', () => {
    const random = createRandom(2);
    const sessions = Array.from({ length: 1_400 }, () => planSession(kind, random).lines.map((line) => line.message));
    const windows = new Set(
      sessions.flatMap((session) =>
        session.map((_, at) => session.slice(Math.max(0, at - HISTORY + 1), at + 1).join()),
      ),
    );
    expect(new Set(sessions.map((session) => session.join())).size).toBeGreaterThan(40);
    expect(windows.size).toBeLessThan(2_500);
  });
});
