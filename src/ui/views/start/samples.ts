/** A log that comes with the program. */
interface Sample {
  /** As `openSample` knows it. */
  readonly name: string;
  readonly button: string;
  readonly title: string;
  readonly text: string;
  readonly lines: number;
  /** Until its findings stand, on two cores without a GPU. */
  readonly seconds: number;
}

export const SAMPLES: readonly Sample[] = [
  {
    name: 'hdfs',
    button: 'Open sample HDFS',
    title: 'Storage cluster',
    text: 'Blocks written, copied and deleted side by side; some go wrong.',
    lines: 30_000,
    seconds: 20,
  },
  {
    name: 'openstack',
    button: 'Open sample OpenStack',
    title: 'Virtual machines',
    text: 'Servers built, used and torn down; some miss a step.',
    lines: 18_000,
    seconds: 15,
  },
  {
    name: 'web',
    button: 'Open sample Web shop',
    title: 'Web shop',
    text: 'Requests to search, fill a cart and pay; some stop half-way.',
    lines: 25_000,
    seconds: 20,
  },
];
