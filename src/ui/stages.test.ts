import { expect, test } from 'vitest';
import type { Analysis } from '../app/state.ts';
import { stagesOf } from './stages.ts';
import { parsed, scored, training } from './workbench.fixture.ts';

const statuses = (analysis: Analysis) => stagesOf(analysis).map((stage) => `${stage.name} ${stage.status}`);
const note = (analysis: Analysis, name: string) => stagesOf(analysis).find((stage) => stage.name === name)?.note;

test('work moves down the pipeline', () => {
  expect(statuses({ phase: 'empty' }).filter((status) => !status.endsWith('waiting'))).toEqual([]);
  expect(statuses({ phase: 'parsed', ...parsed(), templates: [], sessions: undefined })).toMatchObject([
    'Data done',
    'Templates busy',
    'Sessions busy',
    'Training waiting',
    'Anomalies waiting',
    'Workflow waiting',
    'Compare waiting',
    'Export waiting',
  ]);
  expect(statuses({ phase: 'training', ...parsed(), ...training() })).toContain('Training busy');
  expect(statuses({ phase: 'training', ...parsed(), ...training({ activity: 'scoring' }) })).toContain(
    'Anomalies busy',
  );
  expect(statuses({ phase: 'scored', ...parsed(), ...scored() })).toContain('Export done');
});

test('drift is a stage where a detector judges', () => {
  const { model, anomalies } = scored();
  const judged: Analysis = { phase: 'scored', ...parsed(), anomalies, model: { ...model, end: 'detector' } };
  expect(statuses(judged)).toContain('Drift done');
  expect(statuses({ ...judged, model }).join()).not.toContain('Drift');
});

test('each says what it holds', () => {
  const analysis: Analysis = { phase: 'scored', ...parsed(), ...scored() };
  expect(note(analysis, 'Data')).toBe('4,519 lines');
  expect(note(analysis, 'Sessions')).toBe('110 by blk_<*>');
  expect(note(analysis, 'Anomalies')).toBe('6 sessions');
});

test('results of the settings before are marked while new ones are made', () => {
  const analysis: Analysis = { phase: 'training', ...parsed(), ...training({ before: scored() }) };
  expect(note(analysis, 'Anomalies')).toBe('6 sessions, out of date');
});
