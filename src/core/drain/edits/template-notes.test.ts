import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addNotes, NO_NOTES, type TemplateNote, withNotes, withoutNotes } from './template-notes.ts';

const ROWS: readonly { readonly id: string; readonly name?: string; readonly isPinned?: boolean }[] = [
  'a <*>',
  'b',
  '__proto__',
].map((id) => ({ id }));
const note = fc.oneof(
  fc.record({
    kind: fc.constant('name' as const),
    template: fc.constantFrom('a <*>', 'b', '__proto__', 'gone'),
    name: fc.constantFrom('x', 'y', '<b>'),
  }),
  fc.record({ kind: fc.constant('pin' as const), template: fc.constantFrom('a <*>', 'b', '__proto__', 'gone') }),
);

test('the last name counts, a pin marks its row, and what says nothing new is not kept', () => {
  const notes = addNotes(NO_NOTES, [
    { kind: 'name', template: 'b', name: 'x' },
    { kind: 'pin', template: '__proto__' },
    { kind: 'name', template: 'b', name: 'y' },
    { kind: 'name', template: 'b', name: 'y' },
    { kind: 'pin', template: '__proto__' },
  ]);
  expect(notes).toHaveLength(3);
  expect(withNotes(ROWS, notes)).toEqual([
    { id: 'a <*>' },
    { id: 'b', name: 'y', isPinned: false },
    { id: '__proto__', name: undefined, isPinned: true },
  ]);
  expect(withoutNotes(notes, 'name', 'b')).toEqual([{ kind: 'pin', template: '__proto__' }]);
});

test('property: taking a note back gives the rows of before, and rows that stay the same keep their identity', () => {
  fc.assert(
    fc.property(fc.array(note, { maxLength: 8 }), note, (list: readonly TemplateNote[], last) => {
      const before = addNotes(NO_NOTES, list);
      const rows = withNotes(ROWS, before);
      const after = addNotes(before, [last]);
      const undone = after === before ? before : after.slice(0, -1);
      const back = withNotes(withNotes(rows, after), undone);
      expect(back).toEqual(
        rows.map((row, i) => ({ ...row, ...(back[i]?.isPinned === false ? { isPinned: false } : {}) })),
      );
      expect(withNotes(rows, before).every((row, i) => row === rows[i])).toBe(true);
      expect(undone).toEqual(before);
    }),
  );
});
