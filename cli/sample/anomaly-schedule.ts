import type { Random } from '../../src/core/base/random.ts';
import { CAUSES, type Cause } from '../../src/core/detect/finding.ts';
import { integer } from './draw.ts';

/** The program trains on the earliest 60 % of the sessions unless told otherwise. */
export const TRAINING_SHARE = 0.6;
/** A session of the training period is this much less often anomalous than a later one. */
const TRAINING_DENSITY = 0.1;
/** Messages that anomalies of the training period may write; the later ones never write these. */
const TRAINING_MESSAGES = 3;

/** Decides which sessions become anomalous, and why: every cause as often as any other, spread evenly over the sessions. */
export class AnomalySchedule {
  readonly #random: Random;
  readonly #rates: { readonly training: number; readonly later: number };
  readonly #unknownMessages: { readonly training: MessageCycle; readonly later: MessageCycle };
  #deck: Cause[] = [];
  #due = 0;
  #planted = 0;
  #nextAt: number;

  /** @param share of all sessions, in [0, 1]; lowering one period's density raises the other's */
  constructor(share: number, unknownMessages: readonly string[], random: Random) {
    const evenly = TRAINING_SHARE * TRAINING_DENSITY + (1 - TRAINING_SHARE);
    const later = Math.min(1, share / evenly);
    this.#rates = { training: (share - (1 - TRAINING_SHARE) * later) / TRAINING_SHARE, later };
    this.#unknownMessages = {
      training: new MessageCycle(unknownMessages.slice(0, TRAINING_MESSAGES)),
      later: new MessageCycle(unknownMessages.slice(TRAINING_MESSAGES)),
    };
    this.#random = random;
    this.#nextAt = random.uniform();
  }

  /** The cause for the session that starts now; undefined for a normal one. */
  next(training: boolean): Cause | undefined {
    this.#due += training ? this.#rates.training : this.#rates.later;
    if (this.#due <= this.#nextAt) return undefined;
    this.#planted++;
    this.#nextAt = this.#planted + this.#random.uniform();
    if (this.#deck.length === 0) this.#deck = shuffled(CAUSES, this.#random);
    return this.#deck.pop();
  }

  /** A message that no normal session logs and, while there are enough of them, no other anomaly either. */
  unknownMessage(training: boolean): string {
    return (training ? this.#unknownMessages.training : this.#unknownMessages.later).next();
  }
}

class MessageCycle {
  readonly #messages: readonly string[];
  #used = 0;

  constructor(messages: readonly string[]) {
    this.#messages = messages;
  }

  next(): string {
    const message = this.#messages[this.#used++ % this.#messages.length];
    if (message === undefined) throw new RangeError('a kind needs more unknown messages');
    return message;
  }
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(integer(random, 0, rest.length - 1), 1));
}
