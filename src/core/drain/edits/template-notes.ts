import type { TemplateId } from './template-edit.ts';

/** What a person says of a template, which changes nothing about the lines that have it. */
export type TemplateNote =
  | { readonly kind: 'name'; readonly template: TemplateId; readonly name: string }
  /** It stands above the others. */
  | { readonly kind: 'pin'; readonly template: TemplateId };

/** In the order they were made; where two of them name one template, the later one counts, so that each can be undone by itself. */
export type TemplateNotes = readonly TemplateNote[];

export const NO_NOTES: TemplateNotes = [];

/** Characters of a name; a longer one is a description. */
export const LONGEST_NAME = 120;

/** Notes with one more; the same where it says what they say. */
function addNote(notes: TemplateNotes, note: TemplateNote): TemplateNotes {
  const { names, pinned } = readNotes(notes);
  const isSaid = note.kind === 'pin' ? pinned.has(note.template) : names.get(note.template) === note.name;
  return isSaid ? notes : [...notes, note];
}

/** Notes without all of a kind that say something of a template. */
export function withoutNotes(notes: TemplateNotes, kind: TemplateNote['kind'], template: TemplateId): TemplateNotes {
  return notes.filter((note) => note.kind !== kind || note.template !== template);
}

/** Notes with those of another list behind them. */
export function addNotes(notes: TemplateNotes, more: TemplateNotes): TemplateNotes {
  return more.reduce(addNote, notes);
}

/** What templates are called, and which stand above the others. */
function readNotes(notes: TemplateNotes): {
  readonly names: ReadonlyMap<TemplateId, string>;
  readonly pinned: ReadonlySet<TemplateId>;
} {
  return {
    names: new Map(notes.flatMap((note) => (note.kind === 'name' ? [[note.template, note.name]] : []))),
    pinned: new Set(notes.flatMap((note) => (note.kind === 'pin' ? [note.template] : []))),
  };
}

/** As a person named them. */
interface Named {
  readonly id: TemplateId;
  readonly name?: string | undefined;
  readonly isPinned?: boolean | undefined;
}

/** Rows with what is said of them; the same objects where that says nothing else than before. */
export function withNotes<Row extends Named>(rows: readonly Row[], notes: TemplateNotes): readonly Row[] {
  const { names, pinned } = readNotes(notes);
  return rows.map((row) => {
    const name = names.get(row.id);
    const isPinned = pinned.has(row.id);
    return row.name === name && (row.isPinned ?? false) === isPinned ? row : { ...row, name, isPinned };
  });
}
