import type { Parsed, Scored } from '../../../app/state.ts';
import { HeldOutAccuracy } from '../../charts/HeldOutAccuracy.tsx';
import { TrainingLoss } from '../../charts/TrainingLoss.tsx';
import { useAppState, useCommands } from '../../context.ts';
import { Interruptions } from '../../Interruptions.tsx';
import { Button } from '../../widgets/Button.tsx';
import { Card } from '../../widgets/Card.tsx';
import { Facts } from '../../widgets/Facts.tsx';
import { Page } from '../../widgets/Page.tsx';
import { Placeholder } from '../../widgets/Placeholder.tsx';
import { Settings } from '../../widgets/Settings.tsx';
import { EarlierRuns } from './EarlierRuns.tsx';
import { InTraining } from './InTraining.tsx';
import styles from './TrainingView.module.css';
import { factsOf, trainedSubtitle, trainedTitle } from './training-text.ts';
import { useEarlierRuns } from './use-earlier-runs.ts';

export function TrainingView() {
  const analysis = useAppState((state) => state.analysis);
  switch (analysis.phase) {
    case 'training':
      return <InTraining analysis={analysis} />;
    case 'scored':
      return analysis.model.end === 'detector' ? <WithDetector analysis={analysis} /> : <Trained analysis={analysis} />;
    case 'parsed':
      return <Untrained grouped={analysis.sessions !== undefined} />;
    default:
      return (
        <Placeholder title="Nothing to learn from yet" text="Training starts by itself when a log has been read." />
      );
  }
}

function Trained({ analysis }: { readonly analysis: Parsed & Scored }) {
  const { trainAgain, continueTraining } = useCommands();
  const settings = useAppState((state) => state.settings);
  const { runs, curves } = useEarlierRuns('ended');
  const { model } = analysis;
  return (
    <Page title={trainedTitle(model)} subtitle={trainedSubtitle(model)}>
      <div className={styles.actions}>
        <Button onClick={trainAgain}>Train again</Button>
        <Button onClick={continueTraining}>Train 30 epochs more</Button>
      </div>
      <Interruptions interruptions={model.interruptions} />
      <TrainingLoss epochs={model.epochs} bestEpoch={model.bestEpoch} earlier={curves} />
      <HeldOutAccuracy epochs={model.epochs} />
      <Card title="Model">
        <Facts facts={factsOf({ ...analysis, ...model }, model.bestEpoch)} />
      </Card>
      <EarlierRuns runs={runs} settings={settings} />
      <Settings />
    </Page>
  );
}

/** A detector brings its model along, and trains nothing. */
function WithDetector({ analysis }: { readonly analysis: Parsed & Scored }) {
  const { closeDetector } = useCommands();
  const detector = useAppState((state) => state.detector);
  const { model } = analysis;
  return (
    <Page
      title="The model came with the detector"
      subtitle={
        detector && (
          <>
            <bdi>{detector.name}</bdi> learnt from <bdi>{detector.trainedOn}</bdi>. Nothing was trained on this log.
          </>
        )
      }
    >
      <div className={styles.actions}>
        <Button onClick={closeDetector}>Close detector</Button>
      </div>
      {model.epochs.length > 0 && <TrainingLoss epochs={model.epochs} bestEpoch={model.bestEpoch} />}
      <Card title="Model">
        <Facts facts={factsOf({ ...analysis, ...model }, model.bestEpoch)} />
      </Card>
      <Settings />
    </Page>
  );
}

function Untrained({ grouped }: { readonly grouped: boolean }) {
  const { trainAgain } = useCommands();
  if (!grouped) {
    return (
      <Placeholder title="Not trained yet" text="Training starts by itself once lines are grouped into sessions." />
    );
  }
  return (
    <Page
      title="Not trained"
      subtitle="Training was cancelled or could not start. Templates and sessions stay as they are."
    >
      <div className={styles.actions}>
        <Button variant="primary" onClick={trainAgain}>
          Train again
        </Button>
      </div>
      <Settings />
    </Page>
  );
}
