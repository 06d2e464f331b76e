import type { Parsed, Scored, Settings, State, View } from '../app/state.ts';
import { formatCount, formatNumberOf, formatShare } from '../core/base/format.ts';
import { parsedOf, scoredOf } from './analysis.ts';
import { trainedSubtitle, trainedTitle } from './views/training/training-text.ts';

/** Something that the program settled by itself, and by what. */
export interface Decision {
  readonly what: string;
  /** Sentences. */
  readonly why: string;
  /** Where it can be changed. */
  readonly view: View;
}

/** What was decided so far, in the order of the pipeline. */
export function decisionsOf({ analysis, settings }: Pick<State, 'analysis' | 'settings'>): readonly Decision[] {
  const parsed = parsedOf(analysis);
  const scored = scoredOf(analysis);
  return [
    ...(parsed ? ofLog(parsed) : []),
    ...(parsed?.sessions ? ofSessions(parsed.sessions, settings) : []),
    ...(scored ? ofModel(scored, settings) : []),
  ];
}

function ofLog({ log, templates }: Parsed): readonly Decision[] {
  const { format, text, matched } = log.header;
  return [
    { what: 'Format', why: `${format}: ${text}, on ${formatShare(matched)} of the lines.`, view: 'data' },
    {
      what: 'Templates',
      why: `${formatNumberOf(templates.length, 'template')}: words that stand at one place in many lines are kept, what changes is <*>.`,
      view: 'templates',
    },
  ];
}

function ofSessions({ reason, split }: NonNullable<Parsed['sessions']>, settings: Settings): readonly Decision[] {
  const period = settings.trainingPeriod
    ? 'Those of the training period that you chose'
    : `The first ${settings.trainingPercent} %, in order of time, taken as normal`;
  const heldOut = formatCount(split.validation);
  return [
    { what: 'Sessions', why: reason, view: 'sessions' },
    {
      what: 'Training',
      why: `${period}. ${heldOut} of them are held out, to check the model on sessions that it did not learn from.`,
      view: 'training',
    },
  ];
}

function ofModel({ model, anomalies }: Scored, settings: Settings): readonly Decision[] {
  const trained =
    model.end === 'detector' ? 'It came with the detector.' : `${trainedTitle(model)}. ${trainedSubtitle(model)}`;
  return [
    {
      what: 'Model',
      why: `An event is judged by the ${formatCount(settings.history)} before it. ${trained} ${model.backend.reason}`,
      view: 'training',
    },
    { what: 'Threshold', why: anomalies.threshold.promise, view: 'anomalies' },
  ];
}
