import { type IdentifierRule, textBefore } from './identifier-rule.ts';

/** What a name says of the values behind it, before any evidence. */
type NameKind = 'task' | 'place' | 'quantity' | 'unknown';

/** Names of what has a beginning and an end. */
const TASKS = words(`
  activity allocation application attempt batch blk block build call checkout cmd command conn connection container
  conversation corr correlation cart deployment download exec execution flow gid guid handshake import instance invocation
  invoice item job message msg mid operation op order payment parcel pipeline processing query queryid queue reconcile
  reconciler rec ref reference req request rid run saga scan sess session shipment sid span statement step stream task test
  ticket trace transaction transfer transid trid tx txid txn upload uuid visit workflow cid xid`);
/** Names of what is there all the time: a program, a machine or a person that does many things. */
const PLACES = words(`
  account acct addr address agent app client cluster component core customer dest destination device disk dst email env
  executor facility file from function ghost group host hostname interface ip line lane location logger login machine member
  module name namespace node ns origin path peer pid pod pool port process proc program rank region remote replica rhost ruser
  sender server service shard site source src tag target tenant thread tid topic tty type uid unit url user userid username
  vhost vm vpc worker zone gpu partition`);
/** Names of what is measured. */
const QUANTITIES = words(`
  age amount attempts avg balance bytes capacity code count cost cpu delay delta depth duration elapsed epoch exit free
  height heap interval kb latency len length level limit load loss lag max mb mem memory min ms offset page percent position
  price priority progress qty quantity rate ratio reason records remaining result retries retry rows rss rtt sec seconds seq
  sequence severity size speed status sum temp temperature threshold throughput time timeout took total ttl usage used value
  version wait weight width duration_ms`);

const TASK_PRIOR = 1;
const UNKNOWN_PRIOR = 0.6;
const PLACE_PRIOR = 0.35;
const NAMELESS_CODE_PRIOR = 0.15;
const QUANTITY_PRIOR = 0.05;
/** Long whole numbers that nothing says to be quantities. */
const LONG_NUMBER_PRIOR = 0.4;
/** A process lives as long as its task where each task gets one. */
const PROCESS_PRIOR = 0.45;

const SAMPLED_IDS = 100;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})$/i;
const AMOUNT = /^[-+$]?\d*\.?\d+(?:[eE]-?\d+)?\s?(?:%|[numµ]?s|min|h|[kmgt]?i?b|[kmgt]?hz|[km]?bps|ops|v|w|c|x)?$/i;

/**
 * How likely ids found by this rule tell one run of a task from another, by their name and look alone, in [0, 1]. What the
 * log shows of them decides (`sequence/evidence.ts`); this tells apart what behaves alike.
 */
export function priorOf(rule: IdentifierRule, ids: readonly string[]): number {
  if (rule.kind === 'pattern') return TASK_PRIOR;
  const sample = ids.slice(0, SAMPLED_IDS);
  const mostly = (shape: RegExp) => 2 * sample.filter((id) => shape.test(id)).length > sample.length;
  const name = rule.kind === 'column' ? rule.name : textBefore(rule) || rule.prefix;
  const kind = kindOfName(name);
  if (mostly(ADDRESS)) return name === '' ? 0.9 * PLACE_PRIOR : PLACE_PRIOR;
  if (/^p(?:rocess[._]?)?id\d*$/i.test(name)) return PROCESS_PRIOR;
  if (kind === 'task') return TASK_PRIOR;
  if (kind === 'place') return PLACE_PRIOR;
  if (rule.kind === 'token' && rule.prefix === '' && /^(?:uuid|hex)$/.test(rule.body)) return 0.9 * TASK_PRIOR;
  if (kind === 'quantity') return QUANTITY_PRIOR;
  if (mostly(/^\d{4,}$/)) return LONG_NUMBER_PRIOR;
  if (mostly(AMOUNT)) return QUANTITY_PRIOR;
  return mostly(/\d/) ? UNKNOWN_PRIOR : NAMELESS_CODE_PRIOR;
}

/** Whether numbers behind this name identify something: most numbers are quantities. */
export function namesIds(name: string): boolean {
  const kind = kindOfName(name);
  return kind === 'task' || kind === 'place';
}

/** By its words: `http.request.id`, `orderId`, `session_id=`, `blk_`; the last one that says something decides. */
export function kindOfName(name: string): NameKind {
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((part) => part !== '');
  let isId = false;
  for (const part of parts.reverse()) {
    const kind = kindOfWord(part);
    if (kind !== 'unknown') return kind;
    isId ||= /^(?:id|ids|no|nr|num|number|key|uid)$/.test(part);
    const stem = part.endsWith('id') ? kindOfWord(part.slice(0, -2)) : 'unknown';
    if (stem !== 'unknown') return stem;
  }
  return isId ? 'task' : 'unknown';
}

function kindOfWord(word: string): NameKind {
  const single = word.endsWith('s') ? word.slice(0, -1) : word;
  if (TASKS.has(word) || TASKS.has(single)) return 'task';
  if (PLACES.has(word)) return 'place';
  return QUANTITIES.has(word) ? 'quantity' : 'unknown';
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
