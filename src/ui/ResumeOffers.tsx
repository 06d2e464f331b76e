import type { ResumeOffer } from '../app/state.ts';
import { formatTime } from '../core/base/format.ts';
import type { Milliseconds } from '../core/base/units.ts';
import { useAppState, useCommands } from './context.ts';
import { resumeQuestion } from './interruption-text.ts';
import styles from './ResumeOffers.module.css';
import { Button } from './widgets/Button.tsx';
import { FileButton } from './widgets/FileButton.tsx';

/** Training runs of tabs that ended before they did, which can go on; with a log open, those that learnt from it. */
export function ResumeOffers({ ofOpenLog = false }: { readonly ofOpenLog?: boolean }) {
  const offers = useAppState((state) => state.offers);
  const busy = useAppState(({ analysis }) => analysis.phase === 'reading' || analysis.phase === 'training');
  if (busy) return null;
  return offers
    .filter((offer) => offer.ofOpenLog || !ofOpenLog)
    .map((offer) => <Offer key={offer.run} offer={offer} />);
}

function Offer({ offer: { run, names, epoch, savedAt, atHand } }: { readonly offer: ResumeOffer }) {
  const { resume, forgetRun } = useCommands();
  return (
    <section className={styles.offer} aria-label="Interrupted training">
      <div className={styles.text}>
        <p dir="auto">
          <b>{resumeQuestion(names, epoch)}</b>
        </p>
        <p className={styles.muted}>
          Saved at {formatTime(wholeSeconds(savedAt))} UTC. What was learnt is kept on this device, the log is not
          {atHand ? '.' : ': to resume, choose the same file.'}
        </p>
      </div>
      <div className={styles.buttons}>
        {atHand ? (
          <Button variant="primary" onClick={() => resume(run)}>
            Resume
          </Button>
        ) : (
          <FileButton
            label="Resume"
            variant="primary"
            multiple={names.length > 1}
            onFiles={(files) => resume(run, files)}
          />
        )}
        <Button onClick={() => forgetRun(run)}>Delete</Button>
      </div>
    </section>
  );
}

const wholeSeconds = (time: Milliseconds) => 1000 * Math.floor(time / 1000);
