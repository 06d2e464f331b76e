import type { Settings as Chosen } from '../../app/state.ts';
import { useAppState, useCommands } from '../context.ts';
import { BudgetField } from './BudgetField.tsx';
import { Card } from './Card.tsx';
import { NumberField } from './NumberField.tsx';
import { SelectField } from './SelectField.tsx';
import styles from './Settings.module.css';

const BACKENDS = [
  { value: 'auto', text: 'The fastest, measured' },
  { value: 'webgl', text: 'WebGL (graphics card)' },
  { value: 'wasm', text: 'WASM' },
  { value: 'cpu', text: 'CPU (slow)' },
] as const;

const VALUE_ERRORS = [
  { value: 'empirical', text: 'Their quantiles' },
  { value: 'gaussian-98', text: 'Normal distribution, 98 %' },
  { value: 'gaussian-99', text: 'Normal distribution, 99 %' },
  { value: 'gaussian-99.9', text: 'Normal distribution, 99.9 %' },
] as const;

const ODD_SESSIONS = [
  { value: 'left-out', text: 'Not learnt from' },
  { value: 'learnt', text: 'Learnt from' },
] as const;

/** The choices behind the model and its threshold. A change re-runs what depends on it, and only that. */
export function Settings() {
  const settings = useAppState((state) => state.settings);
  const { change } = useCommands();
  return (
    <Card title="Settings">
      <div className={styles.grid}>
        <BudgetField note="How many normal sessions may be flagged." />
        <NumberField
          label="Candidates"
          note="A key among this many likeliest is normal."
          value={settings.candidates === 'auto' ? undefined : settings.candidates}
          min={1}
          max={10_000}
          placeholder="auto"
          onCommit={(value) => change({ candidates: value ?? 'auto' })}
        />
        <SelectField
          label="Errors of numbers"
          note="What tells that a number is not the expected one."
          value={settings.valueErrors}
          options={VALUE_ERRORS}
          onChange={(valueErrors) => change({ valueErrors })}
        />
        <LearntFrom settings={settings} change={change} />
        <NumberField
          label="History"
          note="Events the model looks back on."
          value={settings.history}
          min={2}
          max={100}
          onCommit={(value) => value !== undefined && change({ history: value })}
        />
        <NumberField
          label="Epochs"
          note="At most; it stops when nothing improves."
          value={settings.epochs}
          min={1}
          max={1000}
          onCommit={(value) => value !== undefined && change({ epochs: value })}
        />
        <NumberField
          label="Seed"
          note="The same seed gives the same model."
          value={settings.seed}
          min={0}
          max={4_294_967_295}
          onCommit={(value) => value !== undefined && change({ seed: value })}
        />
        <SelectField
          label="Backend"
          note="What the model is computed on."
          value={settings.backend}
          options={BACKENDS}
          onChange={(backend) => change({ backend })}
        />
      </div>
    </Card>
  );
}

interface LearntFromProps {
  readonly settings: Chosen;
  readonly change: (settings: Partial<Chosen>) => void;
}

/** Which sessions are learnt from. */
function LearntFrom({ settings, change }: LearntFromProps) {
  return (
    <>
      <NumberField
        label="Learn from the first (%)"
        note={
          settings.trainingPeriod === undefined
            ? 'Of the sessions, in order of time.'
            : 'A training period is chosen on the Data page; a share takes its place.'
        }
        value={settings.trainingPeriod === undefined ? settings.trainingPercent : undefined}
        min={5}
        max={100}
        onCommit={(value) => value !== undefined && change({ trainingPercent: value, trainingPeriod: undefined })}
      />
      <SelectField
        label="Odd training sessions"
        note="Those that stand apart from all others."
        value={settings.learnFromAll ? 'learnt' : 'left-out'}
        options={ODD_SESSIONS}
        onChange={(choice) => change({ learnFromAll: choice === 'learnt' })}
      />
    </>
  );
}
