/** A log that comes with the program. */
interface Sample {
  /** As `openSample` knows it. */
  readonly name: string;
  readonly button: string;
  readonly title: string;
  readonly text: string;
}

export const SAMPLES: readonly Sample[] = [
  {
    name: 'hdfs',
    button: 'Open sample HDFS',
    title: 'Storage cluster',
    text: 'Blocks written, copied and deleted side by side; some go wrong.',
  },
  {
    name: 'openstack',
    button: 'Open sample OpenStack',
    title: 'Virtual machines',
    text: 'Servers built, used and torn down; some miss a step.',
  },
];
