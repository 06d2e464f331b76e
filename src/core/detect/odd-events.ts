import type { Nats } from '../base/units.ts';
import type { Blame, TextOf } from './session-detector.ts';
import type { StepNorms } from './timing/step-norms.ts';
import { blameStep, stepTime } from './timing/step-time.ts';
import { blameValue, eventValue } from './values/event-value.ts';
import type { ValuedLog } from './values/line-values.ts';
import type { ValueNorms } from './values/value-norms.ts';

/** One in a thousand such events is as odd. */
const WORTH_TELLING: Nats = Math.log(1000);

interface Learnt {
  readonly timing: StepNorms;
  readonly values: ValueNorms;
}

/**
 * Events of a session with an unusual time before them or an unusual value, in order. It is told of single events, so that a
 * session may have some without being unusual.
 */
export function oddEvents(log: ValuedLog, learnt: Learnt, session: number, textOf: TextOf): readonly Blame[] {
  const isTold = ({ surprise }: { readonly surprise: Nats }) => surprise >= WORTH_TELLING;
  const steps = stepTime.judge(learnt.timing, log.sessions).oddSteps(session).filter(isTold);
  const values = eventValue.judge(learnt.values, log).oddValues(session).filter(isTold);
  return [...steps.map((step) => blameStep(step, textOf)), ...values.map((value) => blameValue(value, textOf))].sort(
    (a, b) => a.position - b.position,
  );
}
