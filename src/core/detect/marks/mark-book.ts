import type { Mark } from './mark.ts';

/** All marks, and how they were before each of the latest changes. */
export interface MarkBook {
  /** In the order they were made; where two say different things, the later one counts. */
  readonly marks: readonly Mark[];
  /** The latest last. */
  readonly past: readonly (readonly Mark[])[];
}

export type MarkChange =
  | { readonly is: 'made'; readonly mark: Mark }
  | { readonly is: 'removed'; readonly mark: Mark }
  | { readonly is: 'imported'; readonly marks: readonly Mark[] }
  | { readonly is: 'undone' };

export const NO_MARKS: MarkBook = { marks: [], past: [] };

const MOST_UNDONE = 100;

/** The only place where marks change; what changes nothing gives the same book. */
export function changeMarks(book: MarkBook, change: MarkChange): MarkBook {
  switch (change.is) {
    case 'made':
      return withMarks(book, [...book.marks, change.mark]);
    case 'removed':
      return withMarks(
        book,
        book.marks.filter((mark) => mark !== change.mark),
      );
    case 'imported':
      return withMarks(book, merged(book.marks, change.marks));
    case 'undone': {
      const marks = book.past.at(-1);
      return marks === undefined ? book : { marks, past: book.past.slice(0, -1) };
    }
  }
}

function withMarks(book: MarkBook, marks: readonly Mark[]): MarkBook {
  if (marks.length === book.marks.length) return book;
  return { marks, past: [...book.past, book.marks].slice(-MOST_UNDONE) };
}

/** Each once, in the order they were made. */
function merged(own: readonly Mark[], imported: readonly Mark[]): readonly Mark[] {
  const known = new Set(own.map(nameOf));
  const others = imported.filter((mark) => {
    const name = nameOf(mark);
    return !known.has(name) && known.add(name);
  });
  return others.length === 0 ? own : [...own, ...others].sort((a, b) => a.time - b.time);
}

const nameOf = ({ session, file, line, signature, verdict, reach, note, time }: Mark) =>
  JSON.stringify([session, file, line, signature, verdict, reach, note, time]);
