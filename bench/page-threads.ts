import type { CDPSession, Page } from 'playwright';

/** Sends a command of the DevTools protocol to one thread. The promise stays open where the thread ends first. */
export type Send = (method: string, params?: object) => Promise<unknown>;

type Listen = (method: string, params: unknown) => void;

interface Attached {
  readonly sessionId: string;
}

interface Received extends Attached {
  readonly message: string;
}

/** An answer, or something that happened. */
interface Message {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly method?: string;
  readonly params?: unknown;
}

const EVENTS = ['Target.attachedToTarget', 'Target.detachedFromTarget', 'Target.receivedMessageFromTarget'] as const;

/**
 * The page's own thread, its workers and theirs, as they come and go. A worker is spoken to through the thread that started it:
 * Playwright has no sessions for workers.
 *
 * @returns a set that changes with them
 */
export async function followThreads(page: Page): Promise<ReadonlySet<Send>> {
  const threads = new Set<Send>();
  const session = await page.context().newCDPSession(page);
  const listen = follow(sendTo(session), threads);
  for (const event of EVENTS) session.on(event, (params) => listen(event, params));
  return threads;
}

function sendTo(session: CDPSession): Send {
  return (method, params) => session.send(method as 'Runtime.getHeapUsage', params as undefined);
}

/** @returns what to call with everything that the thread says */
function follow(send: Send, threads: Set<Send>): Listen {
  const workers = new Map<string, WorkerLine>();
  threads.add(send);
  // A thread may have ended before it hears this.
  const forget = () => threads.delete(send);
  send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false }).catch(forget);
  return (method, params) => {
    const { sessionId } = params as Attached;
    switch (method) {
      case 'Target.attachedToTarget':
        workers.set(sessionId, new WorkerLine(send, sessionId, threads));
        break;
      case 'Target.receivedMessageFromTarget':
        workers.get(sessionId)?.receive(JSON.parse((params as Received).message) as Message);
        break;
      case 'Target.detachedFromTarget':
        workers.get(sessionId)?.close();
        workers.delete(sessionId);
    }
  };
}

class WorkerLine {
  private readonly waiting = new Map<number, (answer: Message) => void>();
  private readonly threads: Set<Send>;
  private readonly send: Send;
  private readonly listen: Listen;
  private sent = 0;

  constructor(parent: Send, sessionId: string, threads: Set<Send>) {
    this.threads = threads;
    this.send = (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++this.sent;
        this.waiting.set(id, ({ error, result }) => (error ? reject(new Error(error.message)) : resolve(result)));
        const message = JSON.stringify({ id, method, params });
        parent('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
      });
    this.listen = follow(this.send, threads);
  }

  receive(message: Message): void {
    if (message.method !== undefined) this.listen(message.method, message.params);
    if (message.id === undefined) return;
    this.waiting.get(message.id)?.(message);
    this.waiting.delete(message.id);
  }

  close(): void {
    this.threads.delete(this.send);
  }
}
