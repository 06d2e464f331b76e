import { uuid } from '../draw.ts';
import { anyNumber, normal, oneOf, text } from '../field.ts';
import type { LogKind } from '../log-kind.ts';
import { spacedStamp } from '../stamp.ts';
import { choice, log, loop, option, optional, parallel, type Step, sequence } from '../workflow.ts';

const OWNERS = [
  '7c0e5b1f9a3d4e62 b1d27f0c44a9e583',
  'a94f26d07be1c358 b1d27f0c44a9e583',
  '03be81c9d6f24a75 5e90c7a2118fd46b',
  'e61a7d3850c9b2f4 5e90c7a2118fd46b',
];
const FLAVORS = [
  'memory 512 MB, disk 1 GB, vcpus 1 CPU',
  'memory 2048 MB, disk 20 GB, vcpus 1 CPU',
  'memory 4096 MB, disk 40 GB, vcpus 2 CPU',
  'memory 8192 MB, disk 80 GB, vcpus 4 CPU',
];
const IMAGES = [
  '6f1c9ad2-4b07-4e35-9c11-8d20b7f5e3a4',
  'b80d47e6-1a92-4f6b-8e57-03c9d1a6f72e',
  '2e75f0b8-c3d4-4a19-b6f2-91e84c07da53',
];
const BASE = '/var/lib/nova/instances/_base';

/** Lines of an operation carry its request; the daemon's own periodic work has one request for as long as it runs. */
const request = '[req-{request} {owner} - - -] [instance: {id}]';
const periodic = '[req-5d3f1c86-9e0a-4b72-a1d8-c4f7e2906b35 - - - - -]';
const compute = `2931 INFO nova.compute.manager ${request}`;
const claims = `2931 INFO nova.compute.claims ${request}`;
const event = `2931 INFO nova.compute.manager ${periodic} [instance: {id}]`;
const driver = '2931 INFO nova.virt.libvirt.driver [-] [instance: {id}]';
const api = '25746 INFO nova.osapi_compute.wsgi.server [req-{poll} {owner} - - -]';

const fields = {
  request: text('branch', uuid),
  poll: text('line', uuid),
  owner: oneOf('session', OWNERS),
  image: oneOf('session', IMAGES),
  flavor: oneOf('session', FLAVORS),
  usedMemory: normal('line', 31_000, 3_500),
  usedCpus: anyNumber('line', 2, 14),
  port: text('branch', uuid),
  volume: text('branch', uuid),
  device: oneOf('branch', ['/dev/vdb', '/dev/vdc', '/dev/vdd']),
  download: normal('line', 640, 70),
  spawn: normal('line', 15.1, 0.6, 2),
  build: normal('line', 19.6, 0.8, 2),
  shutdown: normal('line', 4.1, 0.5, 2),
  destroy: normal('line', 1.02, 0.09, 2),
  deallocate: normal('line', 0.61, 0.07, 2),
  upload: normal('line', 1_830, 160),
  length: anyNumber('line', 1_580, 1_920),
  seconds: normal('line', 0.26, 0.02, 7),
  free: anyNumber('line', 20_000, 52_000),
  instances: anyNumber('line', 4, 18),
} as const;

const messages = {
  claim: `${claims} Attempting claim: {flavor}`,
  claimMemory: `${claims} Total memory: 64172 MB, used: {usedMemory} MB`,
  claimDisk: `${claims} Total disk: 1023 GB, limit not specified, defaulting to unlimited`,
  claimCpus: `${claims} Total vcpu: 16 VCPU, used: {usedCpus} VCPU`,
  claimed: `${claims} Claim successful`,
  cached: `2931 INFO nova.virt.libvirt.imagebackend ${request} Base image {image} found in cache`,
  download: `2931 INFO nova.virt.images ${request} Fetching image {image}, {download} MB`,
  converted: `2931 INFO nova.virt.images ${request} Image {image} converted to raw`,
  createImage: `2931 INFO nova.virt.libvirt.driver ${request} Creating image`,
  allocate: `2931 INFO nova.network.neutronv2.api ${request} Allocated port {port}`,
  started: `${event} VM Started (Lifecycle Event)`,
  paused: `${event} VM Paused (Lifecycle Event)`,
  resumed: `${event} VM Resumed (Lifecycle Event)`,
  stopped: `${event} VM Stopped (Lifecycle Event)`,
  pendingTask: `${event} During sync_power_state the instance has a pending task (spawning). Skip.`,
  plugWait: `2931 WARNING nova.virt.libvirt.driver ${request} Still waiting for the network-vif-plugged event`,
  spawned: `${driver} Instance spawned successfully.`,
  tookSpawn: `${compute} Took {spawn} seconds to spawn the instance on the hypervisor.`,
  tookBuild: `${compute} Took {build} seconds to build instance.`,
  spawnFailed: `2931 ERROR nova.compute.manager ${request} Instance failed to spawn: no valid host interface`,
  rescheduled: `${compute} Build was aborted, handing the request back to the scheduler`,
  refreshed: `${event} Refreshed network info cache`,
  stop: `${compute} Stop requested by the owner`,
  shutdown: `${driver} Instance shutdown successfully after {shutdown} seconds.`,
  start: `${compute} Start requested by the owner`,
  rebooting: `${compute} Rebooting instance`,
  rebooted: `${driver} Instance rebooted successfully.`,
  pause: `${compute} Pausing`,
  unpause: `${compute} Unpausing`,
  snapshot: `${compute} instance snapshotting`,
  snapshotLive: `2931 INFO nova.virt.libvirt.driver ${request} Beginning live snapshot process`,
  snapshotCold: `2931 INFO nova.virt.libvirt.driver ${request} Beginning cold snapshot process`,
  snapshotUpload: `2931 INFO nova.virt.libvirt.driver ${request} Snapshot extracted, beginning image upload`,
  snapshotDone: `2931 INFO nova.virt.libvirt.driver ${request} Snapshot image upload complete, {upload} MB`,
  attach: `${compute} Attaching volume {volume} to {device}`,
  attached: `2931 INFO nova.virt.block_device ${request} Booked volume {volume} at {device}`,
  detach: `${compute} Detach volume {volume} from mountpoint {device}`,
  terminate: `${compute} Terminating instance`,
  destroyed: `${driver} Instance destroyed successfully.`,
  deleteFiles: `2931 INFO nova.virt.libvirt.driver ${request} Deleting instance files /var/lib/nova/instances/{id}_del`,
  filesDeleted: `2931 INFO nova.virt.libvirt.driver ${request} Deletion of /var/lib/nova/instances/{id}_del complete`,
  tookDestroy: `${compute} Took {destroy} seconds to destroy the instance on the hypervisor.`,
  tookDeallocate: `${compute} Took {deallocate} seconds to deallocate network for instance.`,
  poll: `${api} 10.11.10.1 "GET /v2/servers/detail HTTP/1.1" status: 200 len: {length} time: {seconds}`,
  audit: `2931 INFO nova.compute.resource_tracker ${periodic} Auditing locally available compute resources for node cp-1`,
  auditMemory: `2931 INFO nova.compute.resource_tracker ${periodic} Final resource view: phys_ram=64172MB free_ram={free}MB instances={instances}`,
  imageCheck: `2931 INFO nova.virt.libvirt.imagecache ${periodic} image {image} at (${BASE}/{image}): checking`,
  imageInUse: `2931 INFO nova.virt.libvirt.imagecache ${periodic} Active base files: ${BASE}/{image}`,
} as const;

/** Steps of one request: they share its id, and the values drawn for it. */
function operation(...steps: Step[]): Step {
  return loop({ min: 1, max: 1 }, ...steps);
}

const claim = sequence(
  log('claim', 0),
  log('claimMemory', 2),
  log('claimDisk', 2),
  log('claimCpus', 2),
  log('claimed', 3),
  choice(option(6, log('cached', 260)), option(1, log('download', 260), log('converted', 14_000))),
  parallel(log('createImage', 700, 0.3), log('allocate', 900, 0.3)),
);

const boot = operation(
  claim,
  log('started', 8_000, 0.1),
  log('paused', 60),
  log('pendingTask', 130),
  optional(0.02, log('plugWait', 30_000, 0.1)),
  log('resumed', 6_000, 0.1),
  log('spawned', 8),
  log('tookSpawn', 2),
  log('tookBuild', 150),
);

const failedBoot = operation(claim, log('spawnFailed', 11_000), log('tookDeallocate', 900), log('rescheduled', 200));

const stopAndStart = sequence(
  operation(log('stop', 45_000), log('shutdown', 4_200), log('stopped', 30)),
  operation(log('start', 90_000), log('started', 2_400), log('resumed', 40)),
);
const reboot = operation(log('rebooting', 45_000), log('shutdown', 4_200), log('rebooted', 2_200));
const pause = sequence(
  operation(log('pause', 45_000), log('paused', 240)),
  operation(log('unpause', 70_000), log('resumed', 240)),
);
const snapshot = operation(
  log('snapshot', 45_000),
  choice(option(3, log('snapshotLive', 900)), option(1, log('snapshotCold', 900))),
  log('snapshotUpload', 9_000),
  log('snapshotDone', 16_000),
);
const attachAndDetach = loop(
  { min: 1, max: 2 },
  log('attach', 45_000),
  log('attached', 1_300),
  optional(0.6, log('detach', 120_000)),
);
const idle = loop({ min: 1, max: 12, excess: 60 }, log('refreshed', 60_000, 0.1));

const remove = operation(
  log('terminate', 75_000),
  parallel(log('stopped', 1_100, 0.1), sequence(log('destroyed', 1_000, 0.1), log('deleteFiles', 350))),
  log('filesDeleted', 240),
  log('tookDestroy', 3),
  log('tookDeallocate', 640),
);

export const openstack: LogKind = {
  name: 'openstack',
  session: 'a virtual machine ([instance: ...])',
  fields,
  messages,
  unknownMessages: [
    `2931 ERROR nova.compute.manager ${request} Vendor data of the instance could not be parsed`,
    `2931 WARNING nova.scheduler.client.report ${request} Inventory conflict, generation {usedCpus} is outdated`,
    `2931 ERROR nova.virt.libvirt.guest ${request} Error from libvirt: internal error, monitor is not responding`,
    `2931 ERROR oslo_messaging.rpc.server ${request} Exception during message handling: MessagingTimeout`,
    `2931 ERROR nova.virt.disk.api ${request} Filesystem resize gave up, superblock is corrupt`,
    `2931 WARNING nova.virt.libvirt.host ${request} Host clock jumped by {deallocate} seconds while the guest ran`,
    `2931 ERROR nova.network.neutronv2.api ${request} Port {port} is bound to another host, cannot unplug`,
    `2931 CRITICAL nova.compute.claims ${request} Accounting mismatch: negative vcpu usage`,
    `2931 ERROR nova.virt.libvirt.driver ${request} Guest agent refused to freeze filesystems`,
    `2931 WARNING nova.virt.hardware ${request} Requested NUMA topology exceeds cell {usedCpus}`,
    `2931 ERROR nova.volume.cinder ${request} Volume {volume} vanished from its backend`,
    `2931 ERROR nova.privsep.path ${request} Read-only file system below /var/lib/nova`,
    `2931 ERROR nova.crypto ${request} Certificate of the console proxy has expired`,
  ],
  workflows: [
    { name: 'test machine: created and removed', weight: 26, steps: sequence(boot, remove) },
    {
      name: 'server: used, removed',
      weight: 40,
      steps: sequence(
        boot,
        idle,
        choice(
          option(4, stopAndStart),
          option(3, reboot),
          option(2, pause),
          option(2, attachAndDetach),
          option(2, snapshot),
        ),
        optional(0.4, idle),
        remove,
      ),
    },
    {
      name: 'server: kept',
      weight: 14,
      steps: sequence(boot, optional(0.5, attachAndDetach), idle, optional(0.2, reboot)),
    },
    { name: 'image build', weight: 12, steps: sequence(boot, snapshot, remove) },
    { name: 'failed build', weight: 8, steps: failedBoot },
  ],
  background: [
    { every: 30_000, messages: ['poll'] },
    { every: 90_000, messages: ['audit', 'auditMemory'] },
    { every: 600_000, messages: ['imageCheck', 'imageInUse'] },
  ],
  start: new Date('2024-05-14T00:00:04.500Z'),
  resolution: 1,
  arrival: 50_000,
  stamp: spacedStamp,
  id: uuid,
};
