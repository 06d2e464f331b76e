import { Placeholder } from '../../widgets/Placeholder.tsx';

export function WorkflowView() {
  return (
    <Placeholder
      title="No workflow graph in this version"
      text="It will draw the steps that sessions usually take, learnt from this log. Until then the inspector shows, for each flagged session, its steps in order and how surprising each one was."
    />
  );
}
