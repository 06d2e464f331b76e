import type { HeaderFormat } from '../header-format.ts';
import type { NumberedLevels } from './level-names.ts';

/**
 * How records stand in a file that is no plain text log, and which of their fields matter. Plain data: it crosses threads and
 * is stored in detector files. A record reader writes each record as one line for the scanner: the header columns, set
 * apart by single spaces, then the content.
 */
export interface RecordFormat {
  readonly syntax: RecordSyntax;
  /** In the order of the line: header columns, then what makes the content. */
  readonly fields: readonly RecordField[];
}

export type RecordSyntax =
  /** JSON objects, each on one line; `path` leads from there to the records, through arrays too. */
  | { readonly kind: 'json-lines'; readonly path: readonly string[] }
  /** One JSON document, over any number of lines. */
  | { readonly kind: 'json-document'; readonly path: readonly string[] }
  /** `key=value key="a value"`. */
  | { readonly kind: 'logfmt' }
  | { readonly kind: 'csv'; readonly delimiter: string; readonly hasNames: boolean }
  /** Columns set apart by spaces, named by a `#Fields:` line. */
  | { readonly kind: 'w3c' }
  /** The common and combined formats of web servers. */
  | { readonly kind: 'access' }
  /** ArcSight's CEF and IBM's LEEF, on lines; `timeWords` make the time of syslog that stands before them, 0 for none. */
  | { readonly kind: 'cef'; readonly timeWords: number }
  /** Lines with the header `head` and no message, which stands on the next line; more lines continue the record. */
  | { readonly kind: 'two-line'; readonly head: HeaderFormat }
  /** One session a line, log keys as whole numbers. */
  | { readonly kind: 'key-sequences' };

/** A value of each record. */
export interface RecordField {
  /** Two `time` fields that follow each other are date and time of day. */
  readonly role: 'time' | 'level' | 'column' | 'content';
  /** Name of the header column; of content, what stands before `=` where it is written as a pair. */
  readonly name: string;
  /**
   * Keys of nested objects, the outermost first; in columns the one index; in CEF a key or one of `CEF_PLACES`; under a
   * `#Fields:` line a name and the index that it has in the first such line.
   */
  readonly path: readonly (string | number)[];
  /**
   * `text` as it is, its first line only; `pair` as `name=value`; `request` as method, shape of the path, without a query;
   * `code` a number that names something; `keys` the keys of an object; levels that are numbers as words, by how they count.
   */
  readonly as: 'text' | 'pair' | 'request' | 'code' | 'keys' | NumberedLevels;
}

/** The header of the lines that a record reader writes. @param timeFormat as `compileTimestamp` reads it */
export function headerOfRecords({ fields }: RecordFormat, timeFormat: string): HeaderFormat {
  const columns = fields.flatMap(({ role, name }, index) => {
    if (role === 'content' || (role === 'time' && fields[index - 1]?.role === 'time')) return [];
    return [{ name, kind: role === 'column' ? ('word' as const) : role, format: role === 'time' ? timeFormat : '' }];
  });
  return {
    separator: 'space',
    columns,
    timeColumn: columns.findIndex(({ kind }) => kind === 'time'),
    levelColumn: columns.findIndex(({ kind }) => kind === 'level'),
    dashBeforeContent: false,
    share: 1,
    joins: 'marked',
  };
}
