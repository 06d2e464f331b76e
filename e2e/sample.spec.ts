import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Cause } from '../src/core/detect/finding.ts';
import { plantedAnomalies } from './logs.ts';
import { expect, test } from './test.ts';

const SAMPLES = join(import.meta.dirname, '../public/samples');
/** Causes that the order of events shows; the others need more than the key model. */
const BY_ORDER: readonly Cause[] = ['new-template', 'unexpected-key', 'ended-early', 'ran-on'];

test('the sample, from its address to explained findings', async ({ app }) => {
  const lines = gunzipSync(readFileSync(join(SAMPLES, 'hdfs.log.gz')))
    .toString('utf8')
    .split('\n');
  const labels = plantedAnomalies(readFileSync(join(SAMPLES, 'hdfs.labels.csv'), 'utf8'));

  await test.step('runs by itself through all phases', async () => {
    await app.open('?sample=hdfs');
    await app.reaches('scored');
    expect(await app.phases()).toEqual(['empty', 'reading', 'parsed', 'training', 'scored']);
    await expect(app.body).toHaveAttribute('data-backend', 'wasm');
    await expect(app.page).toHaveURL(/#\/anomalies$/);
    await expect(app.page).toHaveTitle(/hdfs\.log/);
  });

  await test.step('finds what was planted, at its line', async () => {
    const findings = await app.findings();
    const found = new Map(findings.map((finding) => [finding.session, finding]));
    const planted = labels.filter(({ cause }) => BY_ORDER.includes(cause));
    const hits = planted.filter(({ session, line }) => found.get(session)?.line === line);
    expect(planted.length).toBeGreaterThan(10);
    expect(hits.length / planted.length).toBeGreaterThanOrEqual(0.8);
    const labelled = new Set(labels.map(({ session }) => session));
    expect(findings.filter(({ session }) => !labelled.has(session)).length).toBeLessThan(20);
    const groups = await app.findingGroups();
    expect(groups.length).toBeLessThan(findings.length);
    for (const group of [groups.map(([best]) => best), ...groups]) {
      const scores = group.map((finding) => finding?.score ?? Number.NaN);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }
    expect(new Set(found.keys()).size).toBe(findings.length);
  });

  await test.step('explains the first finding by itself', async () => {
    const [first] = await app.findings();
    if (!first) throw new Error('Nothing was found.');
    await expect(app.inspector).toContainText(first.session);
    await expect(app.inspector).toContainText(`line ${first.line.toLocaleString('en')}`);
    const expected = app.inspector.getByRole('list', { name: 'Expected next' }).getByRole('listitem');
    await expect(expected.filter({ hasText: 'what came, rank' })).toHaveCount(1);
    expect(await expected.count()).toBeGreaterThan(1);
    const raw = app.inspector.getByRole('list', { name: 'Raw lines' });
    const marked = raw.locator('[aria-current]');
    await expect(marked).toHaveAttribute('data-line', String(first.line));
    expect(await marked.locator('bdi').textContent()).toBe(lines[first.line - 1]);
    const shown = await raw.getByRole('listitem').evaluateAll((items) => items.map((item) => item.dataset.line));
    const own = lines.flatMap((line, at) => (line.includes(first.session) ? [String(at + 1)] : []));
    // Of a long session, those around the line.
    const from = own.indexOf(shown[0] ?? '');
    expect(shown).toEqual(own.slice(from, from + shown.length));
    expect(shown.length).toBeGreaterThan(1);
  });

  await test.step('draws the path of a finding over the workflow, and says where it departed', async () => {
    const ended = (await app.findings()).find(({ cause }) => cause === 'ended-early' || cause === 'new-template');
    if (!ended) throw new Error('Nothing left the workflow.');
    await app.select(ended.session);
    await expect(app.inspector).toContainText(/It took \d+ of the \d+ steps due on its way/);
    await app.show('Workflow');
    const figure = app.page.getByRole('figure', { name: 'Workflow' });
    await expect(figure.locator('[data-key][data-mark="taken"]').first()).toBeVisible();
    await expect(figure.locator('[data-key]:is([data-mark="missing"], [data-mark="extra"])').first()).toBeAttached();
  });

  await test.step('lists the sessions of a way, and opens one', async () => {
    const figure = app.page.getByRole('figure', { name: 'Workflow' });
    await figure
      .getByRole('button', { name: /^From “beginning of the session” to / })
      .first()
      .dispatchEvent('click');
    const sessions = app.page.getByRole('table', { name: 'Sessions on this way' });
    const first = sessions.locator('[data-session]').first();
    const id = (await first.getAttribute('data-session')) ?? '';
    await first.click();
    await expect(app.inspector).toContainText(id);
    await figure.getByRole('button', { name: 'Show as table' }).click();
    await expect(figure.getByRole('table')).toContainText('beginning of the session');
    const waiting = app.page.waitForEvent('download');
    await figure.getByLabel('Save Workflow').click();
    await figure.getByRole('button', { name: 'CSV data' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('workflow.csv');
  });

  await test.step('shows the templates with their counts', async () => {
    await app.show('Templates');
    const templates = app.page.getByRole('table', { name: 'Templates' });
    const count = Number(await templates.getAttribute('aria-rowcount')) - 1;
    expect(count).toBeGreaterThan(20);
    await expect(templates.getByRole('row').filter({ hasText: 'PacketResponder' }).first()).toBeVisible();
  });

  await test.step('shows what stands under the wildcards of a template', async () => {
    const row = app.page.getByRole('row').filter({ hasText: 'Received block' }).first();
    await row.focus();
    await app.page.keyboard.press('Enter');
    const { templateValues } = app;
    await expect(templateValues).toContainText(/From 512 of [\d,]+ lines/);
    const block = (name: string) =>
      templateValues.getByRole('listitem').filter({ has: app.page.getByRole('heading', { name }) });
    await expect(block('Received block <*>')).toContainText('id');
    await expect(block('of size <*>')).toContainText(/number.*min.*median.*p95.*max/);
    await expect(block('from <*>')).toContainText('IP address');
    const example = block('Received block <*>').getByRole('listitem').first();
    const [, value = '', line] = /^(\S+?)line ([\d,]+)$/.exec((await example.textContent()) ?? '') ?? [];
    expect(lines[Number(line?.replaceAll(',', '')) - 1]).toContain(`Received block ${value} `);
    await templateValues.getByRole('button', { name: 'of size <*>' }).focus();
    await expect(templateValues.getByRole('button', { name: 'of size <*>' })).toHaveAttribute('aria-current', 'true');
    await app.button('Close template values').click();
    await expect(templateValues).toBeHidden();
  });

  await test.step('keeps the log as a baseline, and does not differ from itself', async () => {
    await app.show('Compare');
    await app.page.getByLabel('Compare with another log').setInputFiles(join(SAMPLES, 'hdfs.log.gz'));
    await expect(app.title).toHaveText(/^No significant change from hdfs\.log\S* to hdfs\.log/, { timeout: 0 });
    await app.page.getByLabel('Compare another log').setInputFiles(join(SAMPLES, 'openstack.log.gz'));
    await expect(app.title).toHaveText('These logs cannot be compared', { timeout: 0 });
  });
});
