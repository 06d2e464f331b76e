import { DEFAULT_CLASSIC } from '../../src/app/pipeline.ts';
import type { ParsingChoice } from '../../src/engine/data.api.ts';
import { isWhole } from '../whole-number.ts';

export const PARSER_HELP = `  --mask REGEX        words that match as a whole are values, of classic Drain whatever matches; can be given several times
  --parser P          auto (default), or classic: Drain as published, with these settings of its own
  --similarity S      share of equal tokens that joins a line to a template (default ${DEFAULT_CLASSIC.similarity})
  --depth N           levels of the tree, from 3 on (default ${DEFAULT_CLASSIC.depth})
  --max-children N    of one node of the tree (default ${DEFAULT_CLASSIC.maxChildren})
  --log-format F      as logparser writes it: "<Date> <Time> <Level>: <Content>" (default "${DEFAULT_CLASSIC.logFormat}")
`;

export const PARSER_OPTIONS = {
  parser: { type: 'string' },
  similarity: { type: 'string' },
  depth: { type: 'string' },
  'max-children': { type: 'string' },
  mask: { type: 'string', multiple: true },
  'log-format': { type: 'string' },
} as const;

const PARSERS = ['auto', 'classic'];
/** Options that go with both. */
const OF_BOTH = ['parser', 'mask'];
const LEAST_DEPTH = 3;

interface ParserValues {
  readonly parser?: string | undefined;
  readonly similarity?: string | undefined;
  readonly depth?: string | undefined;
  readonly 'max-children'?: string | undefined;
  readonly mask?: readonly string[] | undefined;
  readonly 'log-format'?: string | undefined;
}

/** The choice of a parser, or a sentence. */
export function readParser(values: ParserValues): ParsingChoice | string {
  const { parser = 'auto', similarity, depth, mask, 'max-children': maxChildren, 'log-format': logFormat } = values;
  if (!PARSERS.includes(parser)) return `--parser must be one of ${PARSERS.join(', ')}.`;
  if (parser === 'auto') {
    const given = Object.entries(PARSER_OPTIONS).find(
      ([name]) => !OF_BOTH.includes(name) && Object.hasOwn(values, name),
    );
    return given === undefined ? 'auto' : `--${given[0]} goes with --parser classic.`;
  }
  const settings = {
    logFormat: logFormat ?? DEFAULT_CLASSIC.logFormat,
    masks: mask ?? DEFAULT_CLASSIC.masks,
    similarity: Number(similarity ?? DEFAULT_CLASSIC.similarity),
    depth: Number(depth ?? DEFAULT_CLASSIC.depth),
    maxChildren: Number(maxChildren ?? DEFAULT_CLASSIC.maxChildren),
  };
  if (!(settings.similarity > 0 && settings.similarity <= 1)) return '--similarity must be above 0 and at most 1.';
  if (!isWhole(settings.depth, LEAST_DEPTH)) return `--depth must be a whole number from ${LEAST_DEPTH} on.`;
  if (!isWhole(settings.maxChildren, 1)) return '--max-children must be a whole number above 0.';
  return settings;
}
