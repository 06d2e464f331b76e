import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CLASSIC, DEFAULT_SETTINGS } from '../../src/app/pipeline.ts';
import { type AnalyzeRequest, HELP, readArguments } from './arguments.ts';

const words = (line: string) => line.split(' ').filter((word) => word !== '');

function requestOf(line: string): AnalyzeRequest {
  const parsed = readArguments(words(line));
  if (parsed.is !== 'analyze') throw new Error(parsed.is === 'wrong' ? parsed.sentence : 'It asks for help');
  return parsed.request;
}

test('without options, the settings are those of the page', () => {
  const { sessionRule: _, ...ofPage } = DEFAULT_SETTINGS;
  // Nobody is asked here.
  const settings = { ...ofPage, part: 'all' };
  expect(requestOf('a.log')).toEqual({
    files: ['a.log'],
    score: [],
    compare: [],
    compareAt: undefined,
    detector: undefined,
    save: undefined,
    labels: undefined,
    marks: undefined,
    showHidden: false,
    add: false,
    session: 'auto',
    out: undefined,
    json: false,
    workers: Math.min(availableParallelism(), 4),
    settings,
  });
});

test('every option has its place', () => {
  const line =
    'a.log --save d.deeplog --labels l.csv --session window:50 --history 5 --candidates 9 --value-errors gaussian-98 --budget 0.01 --epochs 3 ' +
    '--seed 7 --backend cpu --workers 2 --out dir --json --encoding latin1 --marks m.jsonl --show-hidden --files apart --text-anyway --anyway';
  expect(requestOf(line)).toMatchObject({
    save: 'd.deeplog',
    labels: 'l.csv',
    marks: 'm.jsonl',
    showHidden: true,
    session: 'window:50',
    out: 'dir',
    json: true,
    workers: 2,
    settings: {
      history: 5,
      candidates: 9,
      valueErrors: 'gaussian-98',
      falseAlarmsPerThousand: 10,
      epochs: 3,
      seed: 7,
      backend: 'cpu',
      encoding: 'windows-1252',
      files: 'apart',
      textAnyway: true,
      scoreAnyway: true,
    },
  });
  expect(requestOf('a.log --detector d.deeplog').detector).toBe('d.deeplog');
  expect(requestOf('- --detector d --add --save e')).toMatchObject({ add: true, save: 'e', stream: undefined });
});

test('a training period is in the settings', () => {
  expect(requestOf('a.log --train-from 11 --train-to 20').settings.trainingPeriod).toEqual({ from: 10, to: 20 });
});

test('the parser is classic Drain only with its settings', () => {
  expect(requestOf('a.log --parser auto').settings.parsing).toBe('auto');
  expect(requestOf('a.log --parser classic').settings.parsing).toEqual(DEFAULT_CLASSIC);
  const format = '<Date> <Time> <Level>: <Content>';
  const options = ['--similarity', '0.4', '--depth', '5', '--max-children', '9', '--mask', '\\d+', '--mask', '[a-f]+'];
  const parsed = readArguments(['a.log', '--parser', 'classic', ...options, '--log-format', format]);
  expect(parsed).toMatchObject({
    request: {
      settings: {
        parsing: { similarity: 0.4, depth: 5, maxChildren: 9, masks: ['\\d+', '[a-f]+'], logFormat: format },
      },
    },
  });
});

test('masks without a parser are changes of the templates', () => {
  expect(requestOf('a.log --mask \\d+ms --mask node\\d+').settings).toMatchObject({
    parsing: 'auto',
    templateEdits: [
      { kind: 'mask', pattern: '\\d+ms' },
      { kind: 'mask', pattern: 'node\\d+' },
    ],
  });
  expect(requestOf('a.log --parser classic --mask x').settings.templateEdits).toEqual([]);
});

test.each<[string, readonly string[], readonly string[]]>([
  ['a b c', ['a', 'b', 'c'], []],
  ['a --score b c', ['a'], ['b', 'c']],
  ['--score=b c --json a', ['a'], ['b', 'c']],
  ['a --score b --json c', ['a', 'c'], ['b']],
  ['a --score b --score c', ['a'], ['b', 'c']],
  ['-', ['-'], []],
  ['--json -', ['-'], []],
  ['a --score -', ['a'], ['-']],
])('files of "%s"', (line, files, score) => {
  expect(requestOf(line)).toMatchObject({ files, score });
});

test('standard input alone is scored as it comes, by a detector, unless something needs all of it', () => {
  expect(requestOf('--detector d -').stream).toEqual({ idleSeconds: undefined, mostOpen: 100_000 });
  expect(requestOf('--detector d - --idle 2.5 --max-open 7').stream).toEqual({ idleSeconds: 2.5, mostOpen: 7 });
  for (const line of ['-', 'a --detector d', '- a --detector d', '- --detector d --json', '- --detector d --out o']) {
    expect(requestOf(line).stream, line).toBeUndefined();
  }
});

const SCORED_WHOLE =
  '--idle and --max-open go with --detector F and - alone, without --json, --out, --labels and --add.';

describe('what is wrong is said in a sentence', () => {
  test.each<[string, string | RegExp]>([
    ['', 'Name at least one log file, or - for standard input.'],
    ['--json', 'Name at least one log file, or - for standard input.'],
    ['--score -', 'Name at least one log file, or - for standard input.'],
    ['a --detector d --score b', '--detector scores FILE itself; --score goes with training.'],
    ['a --add --save e', '--add goes with --detector: it says what to add to.'],
    ['a --detector d --add', '--add makes another detector: name its file with --save, or a folder with --out.'],
    ['a --detector d --save e', '--detector trains nothing; there is nothing to --save.'],
    ['a --detector d --idle 5', SCORED_WHOLE],
    ['- --detector d --json --max-open 5', SCORED_WHOLE],
    ['- --detector d --idle 0', '--idle must be a number of seconds above 0.'],
    ['- --detector d --max-open 1.5', '--max-open must be a whole number above 0.'],
    ['a --budget 0', '--budget must be a share between 0 and 1.'],
    ['a --budget 1', '--budget must be a share between 0 and 1.'],
    ['a --budget some', '--budget must be a share between 0 and 1.'],
    ['a --history 0', '--history must be a whole number above 0.'],
    ['a --history 2.5', '--history must be a whole number above 0.'],
    ['a --epochs many', '--epochs must be a whole number above 0.'],
    ['a --workers=-1', '--workers must be a whole number above 0.'],
    ['a --candidates 0', '--candidates must be auto or a whole number above 0.'],
    [
      'a --value-errors gaussian-97',
      '--value-errors must be one of empirical, gaussian-98, gaussian-99, gaussian-99.9.',
    ],
    [
      'a --detector d --value-errors empirical',
      '--detector judges errors as when it was saved; --value-errors goes with training.',
    ],
    ['a --seed x', '--seed must be a whole number.'],
    ['a --parser drain', '--parser must be one of auto, classic.'],
    ['a --mask (', 'The mask ( cannot be used. The expression cannot be read: missing closing ) at (.'],
    ['a --mask (.)\\1', /^The mask .* cannot be used\. The expression uses a back-reference/],
    ['a --parser classic --mask [', /^The mask \[ cannot be used\. /],
    [`a${' --mask x'.repeat(21)}`, 'There are 21 masks, more than 20.'],
    ['a --detector d --mask x', '--detector brings its own masks; --mask goes with training.'],
    ['a --parser auto --max-children 4', '--max-children goes with --parser classic.'],
    ['a --parser classic --similarity 0', '--similarity must be above 0 and at most 1.'],
    ['a --parser classic --similarity 1.1', '--similarity must be above 0 and at most 1.'],
    ['a --parser classic --depth 2', '--depth must be a whole number from 3 on.'],
    ['a --parser classic --max-children 0', '--max-children must be a whole number above 0.'],
    ['a --detector d --drain3 s', '--detector brings its own templates; --drain3 goes with training.'],
    ['a --detector d --parser classic', '--detector brings its own parser; --parser goes with training.'],
    ['a --backend webgl', '--backend must be one of auto, wasm, cpu.'],
    ['a --files mixed', '--files must be merged or apart.'],
    [
      'a --train-from 5 --train-to 4',
      '--train-from and --train-to must be times such as 2024-03-05T10:00, or numbers of lines, the first before the second.',
    ],
    ['a --detector d --train-to 4', '--detector trains nothing; --train-from and --train-to go with training.'],
    ['a --encoding runes', '--encoding must be auto or the label of an encoding, such as windows-1252.'],
  ])('%s', (line, sentence) => {
    const said = typeof sentence === 'string' ? sentence : expect.stringMatching(sentence);
    expect(readArguments(words(line))).toEqual({ is: 'wrong', sentence: said });
  });

  test('an unknown option is named', () => {
    const parsed = readArguments(['a', '--nope']);
    expect(parsed.is === 'wrong' && parsed.sentence).toMatch(/--nope/);
  });
});

test('help comes before all else, and names every option', () => {
  expect(readArguments(['--help', '--budget', '7'])).toEqual({ is: 'help' });
  expect(readArguments(['-h'])).toEqual({ is: 'help' });
  const options = ['score', 'detector', 'save', 'labels', 'session', 'history', 'candidates', 'budget', 'epochs'];
  const period = ['train-from', 'train-to'];
  const parser = ['parser', 'similarity', 'depth', 'max-children', 'mask', 'log-format'];
  for (const option of [...options, ...parser, ...period, 'seed', 'backend', 'workers', 'out', 'json'])
    expect(HELP).toContain(`--${option}`);
});

test('two logs are compared, the baseline first, in either way of naming them', () => {
  expect(requestOf('--compare a.log b.log --json')).toMatchObject({ files: ['a.log'], compare: ['b.log'], json: true });
  expect(requestOf('a.log a2.log --compare b.log b2.log')).toMatchObject({
    files: ['a.log', 'a2.log'],
    compare: ['b.log', 'b2.log'],
  });
});

test('one log is compared with itself before and after a time', () => {
  expect(requestOf('a.log --compare-at 2024-03-05T10:00')).toMatchObject({ compareAt: Date.UTC(2024, 2, 5, 10) });
  for (const line of [
    'a.log --compare-at noon',
    'a.log --compare-at 17',
    '--compare a.log b.log --compare-at 2024-03-05',
  ]) {
    expect(readArguments(line.split(' '))).toMatchObject({
      is: 'wrong',
      sentence: expect.stringMatching(/--compare-at/),
    });
  }
});

test('a comparison needs two sides, and scores and writes nothing', () => {
  const sentence = (line: string) => readArguments(words(line));
  for (const line of ['--compare a.log', '--compare a.log b.log c.log', 'a.log --compare b.log --out dir']) {
    expect(sentence(line)).toMatchObject({ is: 'wrong', sentence: expect.stringMatching(/--compare/) });
  }
  expect(sentence('a.log --compare b.log --detector d.deeplog')).toMatchObject({ is: 'wrong' });
});
