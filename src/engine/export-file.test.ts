import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { drain3Matcher, readState } from '../bundle/drain3.fixture.ts';
import type { TemplateRow } from '../core/report/log-report.ts';
import type { TrainedKeyModel } from '../core/sequence/key-model.ts';
import type { ExportKind } from './data.api.ts';
import { generateLog } from './generated-log.fixture.ts';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';

const LOGHUB = '../shared/data/loghub2k';
const HOSTILE = '<script>window.__xss = 1</script><img src=x onerror=alert(1)>';

describe('files to take away', () => {
  const pipeline = new TestPipeline();
  let model: TrainedKeyModel;
  let templates: readonly TemplateRow[];
  const header = (time: Date) => `${time.toISOString()} INFO job.Runner: `;
  const odd = new Map([[50, 'crash' as const]]);
  const log = generateLog({ jobs: 60, odd, seed: 3, header }).text.replaceAll('failure', HOSTILE);
  const exported = (what: ExportKind) => pipeline.exported(what, model);

  beforeAll(async () => {
    await pipeline.open(log, `${HOSTILE}.log`);
    templates = (await pipeline.group()).templates;
    model = (await pipeline.train({ epochs: 2 })).model;
  });

  test('structured CSV: each line with its template, and its values where the template has wildcards', async () => {
    const [, ...rows] = Papa.parse<string[]>((await exported('structured-csv')).trimEnd()).data;
    const lines = log.trimEnd().split('\n');
    expect(rows.map(([line]) => Number(line))).toEqual(lines.map((_, index) => index + 1));
    for (const [line, , , content, key, text, parameters] of rows) {
      expect(lines[Number(line) - 1]).toContain(content);
      expect(templates[Number(key)]?.text).toBe(text);
      const values: string[] = JSON.parse(parameters ?? '');
      for (const value of values) expect(content).toContain(value);
    }
  });

  test('Drain3: each line has the template that it has here', async () => {
    const state = readState(await exported('drain3-state'));
    expect(state).toBe(await exported('drain3-json'));
    const match = drain3Matcher(state);
    const [, ...rows] = Papa.parse<string[]>((await exported('structured-csv')).trimEnd()).data;
    expect(rows.filter(([, , , content]) => match(content ?? '') === undefined)).toEqual([]);
    expect(new Set(rows.map(([, , , content]) => match(content ?? ''))).size).toBe(templates.length);
  });

  test('collector: every template is a seed, and nothing in it is syntax', async () => {
    const text = await exported('seed-templates');
    const seeds = text.split('\n').filter((line) => line.startsWith('      - '));
    expect(seeds.map((seed) => JSON.parse(seed.slice(8)))).toEqual(
      expect.arrayContaining([expect.stringContaining('<script>window.__xss')]),
    );
  });

  test('models name the templates of their symbols', async () => {
    const made = expectValue(await pipeline.data.exportFile('layers-model', model.weights));
    const entries = unzipSync(new Uint8Array(await made.arrayBuffer()));
    expect(Object.keys(entries)).toEqual(['model.json', 'weights.bin', 'symbols.json']);
    const symbols: string[] = JSON.parse(new TextDecoder().decode(entries['symbols.json']));
    expect(symbols).toHaveLength(model.weights.shape.symbols);
    expect(symbols.slice(-3)).toEqual(['BEGIN', 'END', 'UNKNOWN']);
    expect(await exported('onnx')).toContain(JSON.stringify(symbols));
  });

  test('report: no markup but its own, nothing to load, and what the log holds only where it may', async () => {
    const raw = await exported('report-raw');
    for (const text of [raw, await exported('report-masked'), await exported('report-templates')]) {
      expect(text).toContain('content="default-src &#39;none&#39;;');
      const tags = text.match(/<[^>]*>/g) ?? [];
      expect(tags.filter((tag) => /^<(script|img|iframe|link|object)|\s(on\w+|href|src)=/i.test(tag))).toEqual([]);
    }
    const line = log.split('\n').find((one) => one.includes(HOSTILE)) ?? '';
    const shown = line.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(raw).toContain(shown);
    expect(await exported('report-masked')).not.toContain(shown);
    expect(await exported('report-templates')).not.toContain('<pre>');
    for (const text of [await exported('report-masked'), await exported('report-templates')]) {
      const [id] = /job_\d+/.exec(raw) ?? [];
      expect(id).toBeDefined();
      expect(text).not.toMatch(/job_\d|10\.0\.\d|&gt;\.log/);
    }
  });

  test('findings say which part of the system logged their line, and templates when they were seen', async () => {
    const found = (await exported('findings-jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(found.map(({ component }) => component)).toEqual(found.map(() => 'job.Runner'));
    const [titles, ...rows] = Papa.parse<string[]>((await exported('templates-csv')).trimEnd()).data;
    expect(titles?.slice(6)).toEqual(['FirstSeen', 'LastSeen']);
    const times = rows.flatMap((row) => row.slice(6));
    for (const time of times) expect(time).toMatch(/^20\d\d-[\d-]+T[\d:.]+Z$/);
    expect(times.toSorted()[0]).toBe(rows.find((row) => row[3] === '1')?.[6]);
  });

  test('what a person calls a template stands before it in every report, and in the structured CSV', async () => {
    const crashed = templates.find((row) => row.text.includes('<script>'));
    if (crashed === undefined) throw new Error('The template of the crash is not there');
    const { id, text, key } = crashed;
    await pipeline.data.noteTemplates([{ kind: 'name', template: id, name: '<i>Crash</i>' }]);
    const shown = text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    for (const what of ['report-raw', 'report-masked', 'report-templates'] as const) {
      const report = await exported(what);
      expect(report).toContain(`logged &quot;&lt;i&gt;Crash&lt;/i&gt;&quot; (${shown})`);
      expect(report).toContain(`<b><bdi>&lt;i&gt;Crash&lt;/i&gt;</bdi></b> <code>${shown}`);
    }
    const [titles, ...rows] = Papa.parse<string[]>((await exported('structured-csv')).trimEnd()).data;
    expect(titles?.at(-1)).toBe('EventName');
    for (const row of rows) expect(row.at(-1)).toBe(row[4] === String(key) ? '<i>Crash</i>' : '');
  });
});

describe.skipIf(!existsSync(LOGHUB))(`real logs (needs ${LOGHUB})`, () => {
  test.each(['HDFS', 'Zookeeper', 'OpenSSH'])('%s: Drain3 finds a template for every line', async (system) => {
    const pipeline = new TestPipeline();
    await pipeline.open(readFileSync(`${LOGHUB}/${system}/${system}_2k.log`, 'utf8'));
    await pipeline.group();
    const match = drain3Matcher(await pipeline.exported('drain3-json'));
    const [, ...rows] = Papa.parse<string[]>((await pipeline.exported('structured-csv')).trimEnd()).data;
    const keysOf = new Map<number, Map<string, number>>();
    for (const [, , , content = '', key = ''] of rows) {
      const cluster = match(content);
      if (cluster === undefined) throw new Error(`No template for ${content}`);
      const keys = keysOf.get(cluster) ?? new Map<string, number>();
      keysOf.set(cluster, keys.set(key, (keys.get(key) ?? 0) + 1));
    }
    // Drain3 knows no wildcard within a word, so `user.dir=<*>` and `os.name=<*>` are one template there.
    const alike = [...keysOf.values()].reduce((sum, keys) => sum + Math.max(...keys.values()), 0);
    expect(alike).toBeGreaterThanOrEqual(0.99 * rows.length);
  });
});
