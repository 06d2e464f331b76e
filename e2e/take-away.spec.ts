import { blockLabels, blockLog, linesOf, textFile } from './logs.ts';
import { expect, test } from './test.ts';

test('every file that the page offers can be saved, and holds what it says', async ({ app }) => {
  const log = blockLog('blocks.log', 3000, 5);
  await app.open();
  await app.analyse(log);
  const text = async (button: string, file: string) => {
    const { name, bytes } = await app.download(button);
    expect(name).toBe(file);
    return bytes.toString('utf8');
  };
  const records = linesOf(log).filter((line) => line !== '').length;
  expect((await text('Structured CSV', 'structured.csv')).trimEnd().split('\n')).toHaveLength(records + 1);
  const sessions = (await text('Key sequences', 'key_sequences.txt')).trimEnd().split('\n');
  expect(sessions.every((keys) => /^\d+( \d+)*$/.test(keys))).toBe(true);
  const predictions = (await text('Predictions CSV', 'predictions.csv')).trimEnd().split('\n');
  expect(predictions).toHaveLength(sessions.length + 1);
  expect(await text('Drain3 snapshot', 'drain3_state.bin')).toMatch(/^[A-Za-z0-9+/]+=*$/);
  expect(JSON.parse(await text('Drain3 as plain JSON', 'drain3_state.json'))).toHaveProperty('id_to_cluster');
  expect(await text('Collector seed templates', 'seed_templates.yaml')).toContain('seed_templates:\n      - "');
  expect(await text('ONNX model', 'model.onnx')).toContain('probabilities');
  expect((await text('TensorFlow.js model', 'model.zip')).slice(0, 2)).toBe('PK');
  const lines = await text('Report HTML', 'report.html');
  expect(lines).toContain('blocks.log');
  await app.setting('It shows').selectOption('templates only');
  const templates = await text('Report HTML', 'report.html');
  expect(templates).not.toContain('blocks.log');
  expect(templates).not.toContain('blk_-');
});

test('labels are compared with findings, and choose only where a person says so', async ({ app }) => {
  await app.open();
  await app.analyse(blockLog('blocks.log', 3000, 5));
  const open = app.page.getByLabel('Compare with labels');
  await app.show('Anomalies');
  await open.setInputFiles(textFile('states.csv', 'id,state\na,ok\n'));
  await expect(app.alert).toContainText('states.csv has no column of labels');
  await open.setInputFiles(blockLabels('blocks.labels.csv', 3000, 5));
  await expect(app.page.getByText('Compared with blocks.labels.csv: precision')).toBeVisible();
  await expect(app.alert).toBeHidden();
  await app.button('Choose by labels').click();
  await expect(app.page.getByText('Threshold chosen by labels: the highest F1')).toBeVisible();
  const { bytes } = await app.download('Findings CSV');
  expect(bytes.toString('utf8')).toContain('"chosen by labels"');
  await app.show('Anomalies');
  await app.button('Undo choice by labels').click();
  await expect(app.button('Choose by labels')).toBeVisible();
});
