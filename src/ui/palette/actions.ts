import type { Commands } from '../../app/commands.ts';
import type { State } from '../../app/state.ts';
import { NO_FILTER } from '../../core/report/finding-filter.ts';
import { canTrain, isBusy, parsedOf, trainingVerbs } from '../analysis.ts';
import { chooseFiles } from '../choose-files.ts';
import { giveFiles } from '../give-files.ts';
import { chooseTheme, THEME_TEXTS, THEMES } from '../theme/theme.ts';
import { offersOf, REPORTS } from '../views/export/offers.ts';
import { SAMPLES } from '../views/start/samples.ts';
import type { Entry, Overlay } from './entry.ts';

/** What can be done in the present state. */
export function actionsOf(state: State, commands: Commands, open: (overlay: Overlay) => void): readonly Entry[] {
  return [
    ...runActions(state, commands),
    ...openActions(commands, open),
    ...logActions(state, commands),
    ...markActions(state, commands),
    ...saveActions(state, commands),
    ...THEMES.map((theme) => ({ text: `Theme: ${THEME_TEXTS[theme]}`, run: () => chooseTheme(theme) })),
    { text: 'List the keys', key: 'keyList', run: () => open('keyList') },
  ];
}

function runActions(state: State, commands: Commands): readonly Entry[] {
  const { analysis } = state;
  const actions: Entry[] = [];
  if (isBusy(state)) actions.push({ text: 'Cancel', run: commands.cancel });
  if (analysis.phase === 'training') {
    const { pauses, stops } = trainingVerbs(analysis);
    const paused = analysis.activity === 'paused';
    const text = paused ? 'Go on training' : 'Pause training';
    if (pauses) actions.push({ text, run: () => commands.pause(!paused) });
    if (stops) actions.push({ text: 'Stop training and keep what was learnt', run: commands.stopAndKeep });
  }
  if (canTrain(analysis)) actions.push({ text: 'Train again', run: commands.trainAgain });
  return actions;
}

function openActions(commands: Commands, open: (overlay: Overlay) => void): readonly Entry[] {
  return [
    {
      text: 'Choose log files',
      run: () => chooseFiles({ multiple: true }, (files) => giveFiles(files, commands)),
    },
    { text: 'Paste text', run: () => open('paste') },
    ...SAMPLES.map(({ name, button }) => ({ text: button, run: () => commands.openSample(name) })),
    {
      text: 'Start mining from templates of Drain3',
      run: () => chooseFiles({ accept: '.bin,.json' }, ([file]) => file && commands.openTemplates(file)),
    },
    {
      text: 'Open detector',
      run: () => chooseFiles({ accept: '.deeplog' }, (files) => files.forEach(commands.openDetector)),
    },
  ];
}

function logActions({ analysis, viewer, filter, detector }: State, commands: Commands): readonly Entry[] {
  const actions: Entry[] = [];
  if (parsedOf(analysis)) {
    const text = viewer.isOpen ? 'Close the raw log' : 'Open the raw log';
    actions.push({ text, key: 'rawLog', run: () => commands.changeViewer({ isOpen: !viewer.isOpen }) });
    actions.push({ text: 'Close this log', run: commands.close });
  }
  if (filter.causes.size > 0 || filter.place !== undefined || filter.hidden.size > 0) {
    actions.push({ text: 'List all findings again', run: () => commands.filter(NO_FILTER) });
  }
  if (detector) actions.push({ text: 'Close the detector', run: commands.closeDetector });
  return actions;
}

function markActions({ marks: { marks, past } }: State, commands: Commands): readonly Entry[] {
  return [
    ...(past.length > 0 ? [{ text: 'Undo the latest mark', key: 'undoMark', run: commands.undoMark } as const] : []),
    ...(marks.length > 0 ? [{ text: 'Export marks', run: commands.exportMarks }] : []),
    {
      text: 'Import marks',
      run: () => chooseFiles({ accept: '.jsonl' }, (files) => files.forEach(commands.importMarks)),
    },
  ];
}

function saveActions(state: State, commands: Commands): readonly Entry[] {
  const { report, groups } = offersOf(state);
  const reports = report === undefined ? REPORTS : [];
  const offers = groups.flatMap((group) => group.offers).filter(({ missing }) => missing === undefined);
  return [
    ...reports.map(({ value, text }) => ({ text: `Save Report HTML, ${text}`, run: () => commands.save(value) })),
    ...offers.map(({ kind, name }) => ({ text: `Save ${name}`, run: () => commands.save(kind) })),
  ];
}
