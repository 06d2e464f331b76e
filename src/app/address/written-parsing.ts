import { masksOf } from '../../core/drain/edits/template-changes.ts';
import { DEFAULT_CLASSIC } from '../pipeline.ts';
import type { Settings } from '../state.ts';
import { numeric, type Parameters, type Written } from './written.ts';

/** More than these are refused when the log is read. */
const MOST_MASKS = 20;

const masksIn = (query: URLSearchParams) => query.getAll('mask').slice(0, MOST_MASKS);

/** Those of the parser that is chosen: without settings, its masks are changes of the templates. */
export const WRITTEN_MASKS = {
  read: (query: URLSearchParams): Partial<Settings> => {
    const masks = query.get('parser') === null ? masksIn(query) : [];
    return masks.length === 0 ? {} : { templateEdits: masks.map((pattern) => ({ kind: 'mask', pattern })) };
  },
  write: ({ parsing, templateEdits }: Settings): Parameters => ({
    mask: parsing === 'auto' ? masksOf(templateEdits) : parsing.masks,
  }),
};

const CLASSIC = {
  similarity: numeric('similarity', DEFAULT_CLASSIC.similarity, 0.001, 1, {}),
  depth: numeric('depth', DEFAULT_CLASSIC.depth, 3, 100, { whole: true }),
  maxChildren: numeric('max-children', DEFAULT_CLASSIC.maxChildren, 1, 1e6, { whole: true }),
};

function readParsing(query: URLSearchParams): Settings['parsing'] | undefined {
  if (query.get('parser') !== 'classic') return undefined;
  return {
    logFormat: query.get('log-format') ?? DEFAULT_CLASSIC.logFormat,
    masks: masksIn(query),
    similarity: CLASSIC.similarity.read(query) ?? DEFAULT_CLASSIC.similarity,
    depth: CLASSIC.depth.read(query) ?? DEFAULT_CLASSIC.depth,
    maxChildren: CLASSIC.maxChildren.read(query) ?? DEFAULT_CLASSIC.maxChildren,
  };
}

function writeParsing(parsing: Settings['parsing']): Parameters {
  const isClassic = parsing !== 'auto';
  const { logFormat, similarity, depth, maxChildren } = isClassic ? parsing : DEFAULT_CLASSIC;
  return {
    parser: isClassic ? 'classic' : undefined,
    'log-format': logFormat === DEFAULT_CLASSIC.logFormat ? undefined : logFormat,
    ...CLASSIC.similarity.write(similarity),
    ...CLASSIC.depth.write(depth),
    ...CLASSIC.maxChildren.write(maxChildren),
  };
}

const COLUMNS = ['time', 'level', 'message', 'session'] as const;

function readColumns(query: URLSearchParams): Settings['columns'] {
  const given = COLUMNS.map((column) => [column, query.get(`${column}-column`) ?? undefined] as const);
  return given.some(([, name]) => name) ? Object.fromEntries(given.filter(([, name]) => name)) : undefined;
}

function writeColumns(columns: Settings['columns']): Parameters {
  return Object.fromEntries(COLUMNS.map((column) => [`${column}-column`, columns?.[column]]));
}

export const WRITTEN_PARSING: Written<Settings['parsing']> = { read: readParsing, write: writeParsing };
export const WRITTEN_COLUMNS: Written<Settings['columns']> = { read: readColumns, write: writeColumns };
