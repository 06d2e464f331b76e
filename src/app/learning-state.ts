import type { Action } from './actions.ts';
import { NO_LEARNING } from './initial-state.ts';
import type { Learning, State } from './state.ts';

/** What is learnt from marks belongs to the model and the threshold that it was compared with. */
export function learningAfter({ learning, analysis }: State, action: Action): Learning {
  switch (action.type) {
    case 'trial':
      return { ...learning, trial: analysis.phase === 'scored' ? action.trial : undefined };
    case 'versions':
      return { ...learning, versions: action.versions };
    case 'read':
    case 'grouped':
    case 'scored':
    case 'closed':
      return NO_LEARNING;
    case 'reading':
    case 'training':
    case 'detected':
    case 'ended':
      return { ...learning, trial: undefined };
    case 'marks':
      return learning.trial?.is === 'made' ? { ...learning, trial: undefined } : learning;
    default:
      return learning;
  }
}

export function withLearning(state: State, learning: Learning): State {
  const { trial, versions } = state.learning;
  return learning.trial === trial && learning.versions === versions ? state : { ...state, learning };
}
