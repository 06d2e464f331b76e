import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';

const LOGHUB = '../shared/data/loghub2k';
const ANEW = 'Structured CSV of logparser, mined anew';

const HEADER = 'LineId,Level,Content,EventId,EventTemplate';
/** Mining would see one template where E2 and E10 are two. */
const EVENTS = [
  ['Opening door 5', 'E10', 'Opening door <*>'],
  ['user=ann came in', 'E2', 'user=<*> came in'],
  ['Opening gate 7', 'E1', 'Opening gate <*>'],
] as const;
const rows = Array.from({ length: 60 }, (_, line) => EVENTS[line % 3] ?? EVENTS[0]);
const TABLE = [HEADER, ...rows.map(([content, id, text], line) => `${line + 1},INFO,${content},${id},${text}`)].join(
  '\n',
);

const textsOf = async (pipeline: TestPipeline) => (await pipeline.group()).templates.map(({ text }) => text);

describe("logparser's structured CSV", () => {
  test('is read with its EventIds as log keys, in their order, and its EventTemplates as templates', async () => {
    const pipeline = new TestPipeline();
    const { formats } = await pipeline.open(TABLE, 'app.log_structured.csv');
    expect(formats.map(({ name }) => name).slice(0, 2)).toEqual(['Structured CSV of logparser', ANEW]);
    expect(await textsOf(pipeline)).toEqual(['Opening gate <*>', 'user=<*> came in', 'Opening door <*>']);
    expect((await pipeline.exported('structured-csv')).split('\n')[1]).toContain(
      '"Opening door 5","2","Opening door <*>"',
    );
  });

  test('is mined anew where a person says so', async () => {
    const pipeline = new TestPipeline();
    expectValue(await pipeline.data.open([new File([TABLE], 'a.csv')], () => undefined, { format: ANEW }));
    expect(await textsOf(pipeline)).not.toContain('user=<*> came in');
  });

  test('with rows that are damaged or name no template loses none: these are mined', async () => {
    const pipeline = new TestPipeline();
    const log = await pipeline.open(
      `${TABLE}\n61,INFO,Losing the key,,\n62,INFO\n63,INFO,Opening door 9,E10,Opening door <*>`,
    );
    expect(log.headerlessLines).toBe(1);
    const { templates, unnamedLines } = await pipeline.group();
    expect(unnamedLines).toBe(2);
    const texts = templates.map(({ text }) => text);
    expect(texts.slice(0, 3)).toEqual(['Opening gate <*>', 'user=<*> came in', 'Opening door <*>']);
    expect(texts).toContain('Losing the key');
    expect((await pipeline.exported('structured-csv')).trimEnd().split('\n')).toHaveLength(1 + 63);
  });
});

describe.skipIf(!existsSync(LOGHUB))(`real logs (needs ${LOGHUB})`, () => {
  test.each(['OpenSSH', 'Apache'])(
    '%s: lines have a key in common where they have an EventId in common',
    async (system) => {
      const table = readFileSync(`${LOGHUB}/${system}/${system}_2k.log_structured.csv`, 'utf8');
      const pipeline = new TestPipeline();
      await pipeline.open(table, `${system}.csv`);
      await pipeline.group();
      const given = Papa.parse<Record<string, string>>(table, { header: true, skipEmptyLines: true }).data;
      const keys = Papa.parse<string[]>((await pipeline.exported('structured-csv')).trimEnd()).data.slice(1);
      const pairs = new Set(given.map(({ EventId }, row) => `${EventId} ${keys[row]?.[4]}`));
      expect(keys).toHaveLength(given.length);
      expect(pairs.size).toBe(new Set(given.map(({ EventId }) => EventId)).size);
      expect(new Set(keys.map((row) => row[4])).size).toBe(pairs.size);
    },
  );
});
