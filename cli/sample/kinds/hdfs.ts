import { boundedNormal, integer } from '../draw.ts';
import { anyNumber, anyOf, type NumberField, normal, nthOf, oneOf, text } from '../field.ts';
import type { LogKind } from '../log-kind.ts';
import { compactStamp } from '../stamp.ts';
import { choice, log, loop, option, optional, parallel, replicas, type Step, sequence } from '../workflow.ts';

const NODES = Array.from({ length: 48 }, (_, index) => `10.251.${30 + (index >> 4)}.${11 + 13 * (index & 15)}`);
const CLIENTS = Array.from({ length: 24 }, (_, index) => `10.250.${7 + (index >> 3)}.${20 + 27 * (index & 7)}`);
const FULL_BLOCK = 67_108_864;

/** Most blocks are full; the last one of a file is smaller. Mean and deviation are those of the mixture. */
const size: NumberField = {
  kind: 'number',
  scope: 'session',
  mean: 57_000_000,
  deviation: 16_000_000,
  draw: (random) => (random.uniform() < 0.7 ? FULL_BLOCK : 34_000_000 + 7_000_000 * boundedNormal(random, 3)),
  show: (value) => value.toFixed(0),
};

const fields = {
  size,
  client: oneOf('session', CLIENTS),
  job: text('session', (random) => `job_240311_${String(integer(random, 1, 400)).padStart(4, '0')}`),
  part: text('session', (random) => `part-${String(integer(random, 0, 199)).padStart(5, '0')}`),
  node: oneOf('branch', NODES),
  holder: nthOf('node'),
  source: anyOf('branch', 'node'),
  target: oneOf('branch', NODES),
  reader: oneOf('line', CLIENTS),
  port: anyNumber('line', 33_000, 60_999),
  handler: anyNumber('line', 26, 35),
  worker: anyNumber('line', 140, 168),
  daemon: anyNumber('line', 13, 21),
  volume: anyNumber('line', 0, 63),
  scanned: normal('line', 640, 70),
  rate: normal('line', 4_800, 450),
  offset: anyNumber('line', 1_024, 4_194_304),
  transactions: anyNumber('line', 200, 900),
  spent: anyNumber('line', 3, 40),
} as const;

const messages = {
  allocate: '{handler} INFO dfs.FSNamesystem: BLOCK* NameSystem.allocateBlock: /user/etl/{job}/_temporary/{part}. {id}',
  receiving: '{worker} INFO dfs.DataNode$DataXceiver: Receiving block {id} src: /{client}:{port} dest: /{node}:50010',
  received: '{worker} INFO dfs.DataNode$PacketResponder: Received block {id} of size {size} from /{client}',
  terminating: '{worker} INFO dfs.DataNode$PacketResponder: PacketResponder {branch} for block {id} terminating',
  stored:
    '{handler} INFO dfs.FSNamesystem: BLOCK* NameSystem.addStoredBlock: blockMap updated: {holder}:50010 is added to {id} size {size}',
  verified: '{daemon} INFO dfs.DataBlockScanner: Verification succeeded for {id}',
  scanned: '{daemon} INFO dfs.DataBlockScanner: Scan of {id} done in {scanned} ms',
  served: '{worker} INFO dfs.DataNode$DataXceiver: {source}:50010 Served block {id} to /{reader}',
  servingFailed:
    '{worker} WARN dfs.DataNode$DataXceiver: {source}:50010:Got exception while serving {id} to /{reader}: java.net.SocketTimeoutException',
  lost: '{daemon} WARN dfs.PendingReplicationBlocks: PendingReplicationMonitor timed out block {id}',
  ask: '{daemon} INFO dfs.FSNamesystem: BLOCK* ask {source}:50010 to replicate {id} to datanode(s) {target}:50010',
  transfer: '{daemon} INFO dfs.DataNode: {source}:50010 Starting thread to transfer block {id} to {target}:50010',
  receivingCopy:
    '{worker} INFO dfs.DataNode$DataXceiver: Accepting copy of {id} from /{source}:{port} at /{target}:50010',
  receivedCopy:
    '{worker} INFO dfs.DataNode$DataXceiver: Received block {id} src: /{source}:{port} dest: /{target}:50010 of size {size}',
  transmitted: '{worker} INFO dfs.DataNode$DataTransfer: {source}:50010:Transmitted block {id} to /{target}:50010',
  storedCopy:
    '{handler} INFO dfs.FSNamesystem: BLOCK* NameSystem.processReport: replica of {id} on {target}:50010 is complete',
  redundant:
    '{handler} WARN dfs.FSNamesystem: BLOCK* NameSystem.addStoredBlock: Redundant addStoredBlock request received for {id} on {target}:50010 size {size}',
  reopen: '{worker} INFO dfs.DataNode: Reopen Block {id} for append by /{client}',
  offset:
    '{worker} INFO dfs.FSDataset: Changing block file offset of block {id} from {offset} to {offset} meta file offset to {offset}',
  appended: '{worker} INFO dfs.DataNode$PacketResponder: Append to {id} flushed at {rate} KB/s',
  writeFailed:
    '{worker} WARN dfs.DataNode$DataXceiver: writeBlock {id} received exception java.io.IOException: Connection reset by peer',
  recovery: '{handler} WARN dfs.DFSClient: Error recovery for block {id} bad datanode {holder}:50010, pipeline rebuilt',
  emptyPacket: '{worker} INFO dfs.DataNode: Receiving empty packet for block {id}',
  notNeeded:
    '{daemon} INFO dfs.FSNamesystem: BLOCK* Removing block {id} from neededReplications as it does not belong to any file.',
  balanced: '{worker} INFO dfs.DataNode$DataXceiver: Moved block {id} to /{target}:50010 at {rate} KB/s',
  invalidate:
    '{handler} INFO dfs.FSNamesystem: BLOCK* NameSystem.delete: {id} is added to invalidSet of {source}:50010',
  askDelete: '{daemon} INFO dfs.StateChange: BLOCK* ask datanodes holding it to delete {id}',
  deleting: '{daemon} INFO dfs.FSDataset: Deleting block {id} file /mnt/hadoop/dfs/data/current/subdir{volume}/{id}',
  forgotten: '{daemon} INFO dfs.StateChange: BLOCK* NameSystem.blocksMap: all replicas of {id} are removed',
  rollEditLog: '{handler} INFO dfs.FSNamesystem: Roll Edit Log from 10.250.7.2',
  transactions:
    '{handler} INFO dfs.FSNamesystem: Number of transactions: {transactions} Total time for transactions(ms): {spent}',
} as const;

/** A pipeline of three: all receive, each finishes on its own, the name node books each. */
const write = sequence(
  log('allocate', 0),
  replicas(3, log('receiving', 150, 0.4)),
  replicas(3, log('received', 4_000, 0.02), log('terminating', 40, 0.3)),
  replicas(3, log('stored', 900, 0.4)),
);

/** The name node asks for one more copy. */
const copy: Step = loop(
  { min: 1, max: 1 },
  log('ask', 40_000),
  log('transfer', 2_000),
  log('receivingCopy', 300),
  parallel(log('receivedCopy', 6_000, 0.1), log('transmitted', 6_400, 0.1)),
  log('storedCopy', 900),
);

const verify = sequence(log('verified', 150_000), log('scanned', 80));
const read = loop(
  { min: 2, max: 14, excess: 70 },
  log('served', 25_000, 0.25),
  optional(0.01, log('servingFailed', 8_000)),
);
const deleteReplicas = sequence(replicas(3, log('deleting', 5_000, 0.3)), log('forgotten', 3_000));
const remove = sequence(log('invalidate', 240_000), log('askDelete', 3_000), deleteReplicas);

export const hdfs: LogKind = {
  name: 'hdfs',
  session: 'a block (blk_...)',
  fields,
  messages,
  unknownMessages: [
    '{worker} ERROR dfs.DataNode: DatanodeRegistration({node}:50010) checksum file of {id} has no header',
    '{handler} ERROR dfs.FSNamesystem: lease of /user/etl/{job} expired while {id} was open',
    '{daemon} WARN dfs.DataBlockScanner: rescheduled {id} because volume {volume} is read-only',
    '{worker} ERROR dfs.DataNode$DataXceiver: opWriteBlock {id} aborted: No space left on device',
    '{daemon} ERROR dfs.FSDataset: meta file for {id} is truncated at byte {offset}',
    '{handler} WARN dfs.UnderReplicatedBlocks: priority queue rejected {id}, rack map is stale',
    '{worker} FATAL dfs.DataNode$PacketResponder: unexpected sequence number while acknowledging {id}',
    '{daemon} ERROR dfs.DataBlockScanner: CRC mismatch found in {id}, reporting bad replica',
    '{handler} ERROR dfs.StateChange: generation stamp of {id} is older than the recorded one',
    '{worker} WARN dfs.DataNode: disk latency alarm, {id} parked on volume {volume}',
    '{handler} WARN dfs.BlockManager: {id} refused by quota guard of directory /user/etl/{job}',
    '{daemon} ERROR dfs.FSDataset: hard link for snapshot of {id} could not be created',
    '{worker} ERROR dfs.DataNode$BlockSender: token for {id} was signed with an unknown key id {volume}',
  ],
  workflows: [
    {
      name: 'temporary file: written, read, deleted',
      weight: 30,
      steps: sequence(write, optional(0.4, copy), read, remove),
    },
    {
      name: 'result file: written and kept',
      weight: 36,
      steps: sequence(write, optional(0.6, verify), optional(0.2, read)),
    },
    {
      name: 'log file: appended to',
      weight: 9,
      steps: sequence(
        write,
        loop(
          { min: 1, max: 4 },
          log('reopen', 60_000),
          log('offset', 50),
          log('appended', 2_500),
          log('terminating', 30),
        ),
        verify,
      ),
    },
    {
      name: 'broken pipeline: recovered',
      weight: 7,
      steps: sequence(
        log('allocate', 0),
        replicas(3, log('receiving', 150, 0.4)),
        log('writeFailed', 9_000),
        log('recovery', 700),
        replicas(2, log('received', 4_000, 0.02), log('terminating', 40, 0.3)),
        replicas(2, log('stored', 900, 0.4)),
        copy,
        optional(0.3, verify),
      ),
    },
    {
      name: 'lost replica: copied again',
      weight: 8,
      steps: sequence(write, log('lost', 600_000), copy, optional(0.1, log('redundant', 1_500)), optional(0.5, read)),
    },
    {
      name: 'abandoned write',
      weight: 4,
      steps: sequence(
        log('allocate', 0),
        replicas(3, log('receiving', 150, 0.4)),
        choice(option(3, log('emptyPacket', 5_000)), option(1, log('writeFailed', 9_000))),
        log('notNeeded', 30_000),
        deleteReplicas,
      ),
    },
    {
      name: 'rebalanced',
      weight: 6,
      steps: sequence(
        write,
        verify,
        loop({ min: 1, max: 1 }, log('balanced', 300_000), log('storedCopy', 900)),
        remove,
      ),
    },
  ],
  background: [
    { every: 240_000, messages: ['transactions'] },
    { every: 3_600_000, messages: ['rollEditLog'] },
  ],
  start: new Date('2024-03-11T06:00:12Z'),
  resolution: 1_000,
  arrival: 30_000,
  stamp: compactStamp,
  id: (random) => `blk_${random.uniform() < 0.5 ? '-' : ''}${integer(random, 1e12, 9.9e14)}`,
};
