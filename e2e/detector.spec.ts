import { strFromU8, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { blockLog, linesOf } from './logs.ts';
import { expect, test } from './test.ts';
import type { FindingRow } from './workbench.ts';

const first = blockLog('first.log', 1_500, 11);
const second = blockLog('second.log', 6_000, 12);

function parseCsv(bytes: Buffer): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(bytes.toString('utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

/** The page groups findings by their reasons; files have them by score. */
function bySession<T extends { readonly session: string }>(findings: readonly T[]): T[] {
  return [...findings].sort((a, b) => (a.session < b.session ? -1 : 1));
}

/** What a person would compare: which sessions, why and where. */
function outline(findings: readonly FindingRow[]): string[] {
  return findings.map(({ session, cause, line }) => `${session} ${cause} ${line}`).sort();
}

test('findings leave as files, and the detector judges again after a reload', async ({ app }) => {
  await app.open();
  await app.analyse(first);
  const listed = await app.findings();
  const findings = bySession(listed);
  expect(findings.length).toBeGreaterThan(0);
  const byScore = findings.map(({ score }) => score).toSorted((a, b) => b - a);

  await test.step('findings as CSV', async () => {
    const { name, bytes } = await app.download('Findings CSV');
    expect(name).toBe('findings.csv');
    const rows = parseCsv(bytes).map(({ session = '', cause = '', line, score }) => ({
      session,
      cause,
      line: Number(line),
      score: Number(score),
    }));
    expect(bySession(rows)).toEqual(findings);
    expect(rows.map(({ score }) => score)).toEqual(byScore);
  });

  await test.step('findings as Parquet', async () => {
    const { name, bytes } = await app.download('Findings Parquet');
    expect(name).toBe('findings.parquet');
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    expect(rows.map(({ score }) => score)).toEqual(byScore);
    const places = bySession(rows as { session: string; line: number }[]).map(
      ({ session, line }) => `${session} ${line}`,
    );
    expect(places).toEqual(findings.map(({ session, line }) => `${session} ${line}`));
  });

  await test.step('findings as JSON Lines', async () => {
    const { name, bytes } = await app.download('Findings JSON Lines');
    expect(name).toBe('findings.jsonl');
    const rows = bytes
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row));
    const told = rows.map(({ session, cause, line, score }) => ({ session, cause, line, score }));
    expect(bySession(told)).toEqual(findings);
    expect(told.map(({ score }) => score)).toEqual(byScore);
    const lines = linesOf(first);
    for (const { byteOffset, line } of rows) {
      const text = lines[line - 1] ?? '';
      expect(first.buffer.subarray(byteOffset, byteOffset + text.length).toString('utf8')).toBe(text);
    }
    const [{ session, file, timestamp, expected, reason }] = rows;
    expect({ file, timestamp }).toEqual({ file: 'first.log', timestamp: expect.stringMatching(/^2024-03-11T\S+Z$/) });
    expect(expected[0]).toEqual({
      key: expect.any(Number),
      template: expect.any(String),
      probability: expect.any(Number),
    });
    expect(reason).toContain(session);
  });

  await test.step('templates as CSV', async () => {
    const { name, bytes } = await app.download('Templates CSV');
    expect(name).toBe('templates.csv');
    const rows = parseCsv(bytes);
    await app.show('Templates');
    const table = app.page.getByRole('table', { name: 'Templates' });
    await expect(table).toHaveAttribute('aria-rowcount', String(rows.length + 1));
    expect(rows.reduce((sum, { Occurrences }) => sum + Number(Occurrences), 0)).toBe(linesOf(first).length);
  });

  const detector = await test.step('the detector as a file', async () => {
    const { name, bytes } = await app.download('Detector');
    expect(name).toBe('detector.deeplog');
    const entries = unzipSync(bytes);
    expect(Object.keys(entries).sort()).toEqual([
      'README.md',
      'detectors.json',
      'manifest.json',
      'memory.bin',
      'memory.json',
      'model.json',
      'templates.json',
      'vocabulary.json',
      'weights.bin',
    ]);
    const manifest = JSON.parse(strFromU8(entries['manifest.json'] ?? new Uint8Array()));
    expect(manifest).toMatchObject({ format: 10, session: { label: 'blk_<*>' }, model: { history: 10, units: 64 } });
    return { name, mimeType: 'application/zip', buffer: bytes };
  });

  await test.step('judges another log without training', async () => {
    await app.page.reload();
    await app.page.getByLabel('Open detector').setInputFiles(detector);
    await expect(app.page.getByRole('region', { name: 'Detector in use' })).toContainText('first.log');
    await app.analyse(second);
    await app.show('Training');
    await expect(app.title).toHaveText('The model came with the detector');
    await expect(app.page.getByText('Nothing was trained on this log.')).toBeVisible();
    const found = await app.findings();
    expect(found.length).toBeGreaterThan(0);
    const lines = linesOf(second);
    expect(found.filter(({ session, line }) => !lines[line - 1]?.includes(session))).toEqual([]);
    expect((await app.download('Detector')).bytes.equals(detector.buffer)).toBe(true);
  });

  await test.step('says whether it still fits', async () => {
    await app.show('Drift');
    await expect(app.title).toHaveText(/^Train again: .* of the sessions are flagged where 0.1\s% was allowed/);
    await expect(app.page.getByRole('figure', { name: 'Flagged sessions over time' })).toBeVisible();
    await expect(app.page.getByRole('table', { name: 'Template drift' }).getByRole('row')).not.toHaveCount(0);
  });

  await test.step('learns the other log too, and takes it along', async () => {
    await app.button('Train again with this file added').click();
    await app.reaches('training');
    await app.reaches('scored');
    await expect(app.title).toHaveText(/^No need to train again: /);
    await app.show('Training');
    await expect(app.page.getByText(/first\.log, second\.log/).first()).toBeVisible();
    const { bytes } = await app.download('Detector');
    const { trainedOn } = JSON.parse(strFromU8(unzipSync(bytes)['manifest.json'] ?? new Uint8Array()));
    expect(trainedOn.files.map(({ name }: { name: string }) => name)).toEqual(['first.log', 'second.log']);
    await app.page.getByLabel('Open detector').setInputFiles(detector);
    await app.reaches('scored');
  });

  await test.step('judges the log it learnt from as before', async () => {
    await app.button('Open another log').click();
    await app.analyse(first);
    expect(outline(await app.findings())).toEqual(outline(findings));
  });

  await test.step('learns from the log again without the detector, and the same', async () => {
    await app.show('Training');
    await app.button('Close detector').click();
    // The view follows the pipeline again, from the lines to the findings.
    await expect(app.title).toHaveText(/unusual/, { timeout: 60_000 });
    expect(await app.findings()).toEqual(listed);
    await app.show('Training');
    await expect(app.title).toHaveText(/^Trained in \d+ epochs/);
    expect((await app.download('Detector')).bytes.equals(detector.buffer)).toBe(true);
  });
});

test('a file that is no detector is refused with a sentence', async ({ app }) => {
  await app.open();
  const file = { name: 'odd.deeplog', mimeType: 'application/zip', buffer: Buffer.from('no zip') };
  await app.page.getByLabel('Open detector').setInputFiles(file);
  await expect(app.alert).toContainText('odd.deeplog is not a detector this program can use: it is no zip archive');
  await expect(app.page.getByRole('region', { name: 'Detector in use' })).toBeHidden();
});
