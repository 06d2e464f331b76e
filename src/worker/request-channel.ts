import type { SentRequest } from '../core/report/sent-request.ts';
import { watchRequests } from './watch-requests.ts';

const PREFIX = 'deeplog-requests-';

let own: string | undefined;

/** Of the page and of all threads that it starts, and their threads: other tabs have others. */
function channelName(): string {
  const [given] = self.name.split(' ');
  own ??= given?.startsWith(PREFIX) ? given : `${PREFIX}${performance.timeOrigin}-${Math.random()}`;
  return own;
}

/** What a thread is called, so that it knows where to report. @param file address of its script */
export function threadName(file: URL): string {
  return `${channelName()} ${/(\w+)\.worker[^/]*$/.exec(file.pathname)?.[1] ?? 'other'}`;
}

/** Tells the page of the requests of this thread, which may have ended when somebody asks. */
export function reportRequests(): void {
  const channel = new BroadcastChannel(channelName());
  watchRequests(self.name.split(' ')[1] ?? 'other', (request) => channel.postMessage(request));
}

/** Keeps the requests of the page and of its threads, in the order in which it hears of them. */
export function collectRequests(): readonly SentRequest[] {
  const requests: SentRequest[] = [];
  const channel = new BroadcastChannel(channelName());
  channel.onmessage = ({ data }: MessageEvent<SentRequest>) => requests.push(data);
  watchRequests('page', (request) => requests.push(request));
  return requests;
}
