import { useAppState } from '../context.ts';
import { Placeholder } from '../widgets/Placeholder.tsx';

interface NoLogProps {
  /** What this page will show, such as `The templates`. */
  readonly what: string;
  /** When it will, such as `as soon as the log is read`. */
  readonly when: string;
}

/** A page whose data do not exist yet. */
export function NoLog({ what, when }: NoLogProps) {
  const reading = useAppState(({ analysis }) => analysis.phase === 'reading');
  if (reading)
    return <Placeholder title={`${what} will be here ${when}`} text="The next steps follow by themselves." />;
  return <Placeholder title={`${what} will be here ${when}`} text="Open a log to begin." />;
}
