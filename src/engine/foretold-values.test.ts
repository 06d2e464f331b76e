import { expect, test } from 'vitest';
import type { ValueTraining, ValueWindows } from '../core/detect/expected/value-model.ts';
import { TestPipeline } from './pipeline.fixture.ts';

const TASKS = 420;
/** The task whose number breaks the sequence. */
const ODD = 400;

/** Each task logs a queue that grows from about 100 to about 800 and begins anew. */
function logText(): string {
  const lines: string[] = [];
  for (let task = 0; task < TASKS; task++) {
    const depth = task === ODD ? (task + 4) % 8 : task % 8;
    const second = String(task % 60).padStart(2, '0');
    const minute = String(Math.floor(task / 60)).padStart(2, '0');
    const stamp = `2024-03-05 10:${minute}:${second}`;
    lines.push(`${stamp} INFO task_${1000 + task} started`);
    lines.push(`${stamp} INFO task_${1000 + task} queue holds ${100 * (1 + depth) + ((7919 * task) % 13)} items`);
    lines.push(`${stamp} INFO task_${1000 + task} done`);
  }
  return `${lines.join('\n')}\n`;
}

/** In the place of a network: what came eight vectors before. */
function eightBefore({ inputs }: ValueWindows, history: number, values: number): Float32Array {
  const width = history * values;
  return Float32Array.from({ length: (inputs.length / width) * values }, (_, i) => {
    return inputs[Math.floor(i / values) * width + (history - 8) * values + (i % values)] as number;
  });
}

async function trainValues({ series, values, history, heldOut }: ValueTraining) {
  const weights = {
    shape: { series, values, history, units: 1 },
    embedding: new Float32Array(4 * series),
    kernel: new Float32Array(4 * values),
    recurrent: new Float32Array(4),
    denseKernel: new Float32Array(values),
    denseBias: new Float32Array(values),
  };
  return { weights, heldOut: eightBefore(heldOut, history, values) };
}

function pipelineOf(): TestPipeline {
  const pipeline = new TestPipeline();
  pipeline.model.trainValues = trainValues;
  pipeline.model.predictValues = async ({ shape }, windows) => eightBefore(windows, shape.history, shape.values);
  return pipeline;
}

async function analysed() {
  const pipeline = pipelineOf();
  await pipeline.open(logText());
  await pipeline.group();
  return { pipeline, ...(await pipeline.train({ epochs: 1, valueErrors: 'gaussian-99' })) };
}

const oddOne = ({ findings }: Awaited<ReturnType<typeof analysed>>['anomalies']) =>
  findings.find(({ session }) => session.includes(String(1000 + ODD)));

test('a number that breaks what the ones before foretell is found, by a saved detector too', async () => {
  const { anomalies, model, pipeline } = await analysed();
  const found = oddOne(anomalies);
  expect(found?.cause).toBe('odd-parameter');
  expect(found?.reason).toMatch(/came with 50\d as <\*> 2; after the last 10 values \d+ to 1\d\d was expected\.$/);

  expect(anomalies.foretold).toEqual({ places: 1, errors: 'gaussian-99' });
  expect(await pipeline.exported('report-templates')).toContain(
    'Those at 1 place are foretold by the ones before, and judged by a normal distribution of errors, 99 % of which',
  );
  const odd = anomalies.findings.filter(({ cause }) => cause === 'odd-parameter');
  expect(odd.map(({ session }) => session)).toEqual([found?.session]);

  // The way errors are judged may change without another training.
  const options = { budget: 0.001, candidates: 'auto' } as const;
  const empirical = await pipeline.data.detect({ ...options, valueErrors: 'empirical' });
  expect(oddOne(empirical)?.reason).toContain('was expected');
  expect(oddOne(empirical)?.reason).not.toBe(found?.reason);
  expect(await pipeline.data.detect({ ...options, valueErrors: 'gaussian-99' })).toEqual(anomalies);

  const saved = await pipeline.data.saveDetector(model);
  const other = pipelineOf();
  const score = await other.openDetector(saved);
  await other.open(logText());
  await other.group();
  // A detector keeps to what it was calibrated with.
  expect(oddOne(await score({ valueErrors: 'gaussian-98' }))).toMatchObject({ reason: found?.reason });
});
