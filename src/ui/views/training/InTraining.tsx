import { memo } from 'react';
import type { Parsed, Training } from '../../../app/state.ts';
import { bestEpochOf } from '../../../core/report/loss-curve.ts';
import { trainingPace } from '../../../core/report/training-pace.ts';
import { trainingVerbs } from '../../analysis.ts';
import { HeldOutAccuracy } from '../../charts/HeldOutAccuracy.tsx';
import { TrainingLoss } from '../../charts/TrainingLoss.tsx';
import { useAppState, useCommands } from '../../context.ts';
import { usePaced } from '../../use-paced.ts';
import { Button } from '../../widgets/Button.tsx';
import { Card } from '../../widgets/Card.tsx';
import { Facts } from '../../widgets/Facts.tsx';
import { Page } from '../../widgets/Page.tsx';
import { Settings } from '../../widgets/Settings.tsx';
import { EarlierRuns } from './EarlierRuns.tsx';
import { liveFacts } from './live-facts.ts';
import styles from './TrainingView.module.css';
import { factsOf, trainingTitle } from './training-text.ts';
import { useEarlierRuns } from './use-earlier-runs.ts';
import { useModelMemory } from './use-model-memory.ts';

/** Milliseconds between two drawings of the charts, which take longer than a pass of a small model. */
const DRAWN_EVERY = 500;

interface InTrainingProps {
  /** Another one after each pass. */
  readonly analysis: Parsed & Training;
}

/** Only what tells of passes is rendered with each of them. */
export function InTraining({ analysis }: InTrainingProps) {
  const { activity, backend, epochs } = analysis;
  return (
    <Page title={trainingTitle(analysis)} subtitle={backend?.reason ?? 'Measuring which backend is the fastest here.'}>
      <Verbs paused={activity === 'paused'} {...trainingVerbs(analysis)} />
      <Curves epochs={usePaced(epochs, DRAWN_EVERY)} />
      <Model analysis={usePaced(analysis)} />
      <Below />
    </Page>
  );
}

interface VerbsProps extends ReturnType<typeof trainingVerbs> {
  readonly paused: boolean;
}

function Verbs({ paused, pauses, stops }: VerbsProps) {
  const { stopAndKeep, pause } = useCommands();
  return (
    <div className={styles.actions}>
      <Button variant="primary" onClick={stopAndKeep} disabled={!stops}>
        Stop and keep
      </Button>
      <Button onClick={() => pause(!paused)} disabled={!pauses}>
        {paused ? 'Resume' : 'Pause'}
      </Button>
    </div>
  );
}

const Curves = memo(({ epochs }: Pick<Training, 'epochs'>) => {
  const { curves } = useEarlierRuns('in training');
  return (
    <>
      <TrainingLoss epochs={epochs} bestEpoch={bestEpochOf(epochs)} earlier={curves} />
      {epochs.length > 0 && <HeldOutAccuracy epochs={epochs} />}
    </>
  );
});

const Model = memo(({ analysis }: InTrainingProps) => {
  const limit = useAppState((state) => state.settings.epochs);
  const memory = useModelMemory();
  const { epochs, windows } = analysis;
  const pace = trainingPace(epochs, windows, limit);
  return (
    <Card title="Model">
      <Facts facts={[...liveFacts(pace, memory), ...factsOf(analysis, bestEpochOf(epochs))]} />
    </Card>
  );
});

const Below = memo(() => {
  const settings = useAppState((state) => state.settings);
  const { runs } = useEarlierRuns('in training');
  return (
    <>
      <EarlierRuns runs={runs} settings={settings} />
      <Settings />
    </>
  );
});
