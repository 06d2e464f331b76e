import type { Truths } from './truth.ts';

/** Logs that real programs wrote; not part of the project. */
export const REAL_FILES = '../shared/data/formats';

const SYSLOG_HEAD = String.raw`^\w{3} [ \d]\d [\d:]{8} \S+ [\w-]+(?:\[\d+\])?: (?<content>.*)$`;

/** What those logs should be read as. */
export const REAL_TRUTHS: Truths = {
  'apache_combined_access.log': {
    records: { none: true },
    session: [String.raw`^(\S+) `],
    first: '2015-05-17T10:05:00Z',
    last: '2015-05-20T21:05:59Z',
  },
  'aws_cloudtrail.json': {
    records: { document: ['Records'], none: true },
    session: [
      String.raw`"accessKeyId":"(\w+)"`,
      '"principalId":"([^"]+)"',
      '"sourceIPAddress":"([^"]+)"',
      '"userName":"([^"]+)"',
      '"arn":"([^"]+)"',
    ],
    first: '2023-07-10T11:54:38Z',
    last: '2023-07-10T11:58:37Z',
  },
  'cnpg.log': {
    records: { path: ['record', 'message'], otherwise: ['msg'] },
    session: [String.raw`"session_id":"([\w.]+)"`, String.raw`"process_id":"(\d+)"`],
    first: '2022-11-27T18:48:14.221Z',
    last: '2022-11-27T18:58:02.097Z',
    tolerance: 1,
  },
  'kafka_server_multiline.log': {
    head: String.raw`^\[\S+ \S+\] [A-Z]+ (?<content>.*)$`,
    session: [],
    first: '2016-12-19T20:39:48.918Z',
    last: '2016-12-19T20:59:16.893Z',
  },
  'kubernetes_audit.jsonl': {
    records: { none: true },
    session: [],
    first: '2017-09-11T19:55:05Z',
    last: '2017-09-11T20:29:04Z',
  },
  'linux_auth_sshd.log': {
    head: SYSLOG_HEAD,
    session: [String.raw`^.{15} \S+ [\w-]+\[(\d+)\]:`],
    first: '2016-03-27T13:06:56Z',
    last: '2016-04-20T14:14:29Z',
    modified: '2016-04-21T00:00:00Z',
  },
  'mongod_3.6.23.log': {
    head: String.raw`^\S+ \w \w+ +\[[^\]]+\] (?<content>.*)$`,
    session: [String.raw`\[(conn\d+)\]`],
    first: '2022-03-13T17:04:49.490Z',
    last: '2022-03-13T17:33:48.313Z',
  },
  'nginxplus_status.jsonl': {
    records: { none: true },
    session: [],
    first: '2015-10-30T23:58:19.322Z',
    last: '2015-10-31T00:40:53.399Z',
  },
  'pg-syslog.2.gz': {
    head: SYSLOG_HEAD,
    session: [String.raw`postgres\[(\d+)\]:`],
    first: '2019-02-10T23:15:39Z',
    last: '2019-02-10T23:16:26Z',
    modified: '2019-02-11T00:00:00Z',
  },
  'pg_vacuums.log': {
    head: String.raw`^\d\S+ \S+ CEST \[\d+\]: \[\d+-1\] \S+ [A-Z]+: +(?<content>.*)$`,
    session: [String.raw`CEST \[(\d+)\]`],
    first: '2024-06-26T22:00:07Z',
    last: '2024-06-27T00:59:51Z',
  },
  'rds.log.bz2': {
    head: String.raw`^\d\S+ \S+ CET:.*?:\[\d+\]:[A-Z]+: +(?<content>.*)$`,
    session: [String.raw`:\[(\d+)\]:`, String.raw`CET:([\d.()]+):`],
    first: '2020-03-11T19:40:43Z',
    last: '2020-03-11T19:42:47Z',
  },
  'windows_events_schtask.jsonl': {
    records: { path: ['Message'] },
    session: [
      '"ProcessGuid":"([^"]+)"',
      String.raw`"(?:TargetLogonId|SubjectLogonId|LogonId)":"(0x\w+)"`,
      String.raw`"(?:ProcessId|ProcessID)":"(\w+)"`,
      '"(?:TargetUserName|SubjectUserName|User)":"([^"]+)"',
    ],
    first: '2020-12-19T06:59:28.410Z',
    last: '2020-12-19T07:00:30.089Z',
  },
};
