import { NO_MARKS } from '../core/detect/marks/mark-book.ts';
import { NO_NOTES } from '../core/drain/edits/template-notes.ts';
import { NO_FILTER } from '../core/report/finding-filter.ts';
import { DEFAULT_SETTINGS } from './pipeline.ts';
import type { Learning, State } from './state.ts';

export const NO_LEARNING: Learning = { trial: undefined, versions: undefined };

export const INITIAL_STATE: State = {
  analysis: { phase: 'empty' },
  settings: DEFAULT_SETTINGS,
  shownBy: { sessions: undefined, findings: undefined },
  view: 'data',
  following: true,
  selected: undefined,
  selectedTemplate: undefined,
  viewer: {
    isOpen: false,
    goTo: { line: 1 },
    sessionOnly: false,
    query: { text: '', isPattern: false, matchCase: false },
  },
  marks: NO_MARKS,
  learning: NO_LEARNING,
  filter: NO_FILTER,
  runs: [],
  detector: undefined,
  baseline: undefined,
  labels: undefined,
  templateNotes: NO_NOTES,
  startTemplates: undefined,
  problem: undefined,
  network: 'unknown',
  offers: [],
  recent: [],
  newerVersion: false,
};
