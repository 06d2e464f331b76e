import { hex, integer } from '../draw.ts';
import { anyNumber, normal, oneOf, text } from '../field.ts';
import type { LogKind } from '../log-kind.ts';
import { syslogStamp } from '../stamp.ts';
import { choice, log, loop, option, optional, sequence } from '../workflow.ts';

const USERS = ['alice', 'bruno', 'chen', 'dana', 'deploy', 'backup', 'emil', 'farah'];
const GUESSES = ['admin', 'test', 'oracle', 'postgres', 'ubuntu', 'guest', 'pi', 'ftpuser'];
const FIRST_PID = 2_311;

const sshd = 'bastion sshd[{id}]:';
const sftp = 'bastion internal-sftp[{id}]:';

const fields = {
  user: oneOf('session', USERS),
  guess: oneOf('session', GUESSES),
  address: text('session', (random) => `10.20.${integer(random, 0, 7)}.${integer(random, 2, 250)}`),
  outside: text('session', (random) => `203.0.113.${integer(random, 1, 254)}`),
  port: anyNumber('session', 32_768, 60_999),
  fingerprint: text('session', (random) => hex(random, 32)),
  file: text('branch', (random) => `/srv/exchange/batch-${integer(random, 100, 999)}.csv`),
  read: normal('line', 88_000, 7_500),
  load: anyNumber('line', 1, 80),
} as const;

const messages = {
  connection: `${sshd} Connection from {address} port {port} on 10.20.0.5 port 22`,
  publickey: `${sshd} Accepted publickey for {user} from {address} port {port} ssh2: ED25519 SHA256:{fingerprint}`,
  failed: `${sshd} Failed password for {user} from {address} port {port} ssh2`,
  password: `${sshd} Accepted password for {user} from {address} port {port} ssh2`,
  opened: `${sshd} pam_unix(sshd:session): session opened for user {user} by (uid=0)`,
  subsystem: `${sshd} subsystem request for sftp by user {user}`,
  sftpStart: `${sftp} session opened for local user {user} from [{address}]`,
  fileOpened: `${sftp} open "{file}" flags READ mode 0666`,
  fileClosed: `${sftp} close "{file}" bytes read {read} written 0`,
  fileMissing: `${sftp} sent status No such file`,
  sftpEnd: `${sftp} session closed for local user {user} from [{address}]`,
  goodbye: `${sshd} Received disconnect from {address} port {port}:11: disconnected by user`,
  disconnected: `${sshd} Disconnected from user {user} {address} port {port}`,
  closed: `${sshd} pam_unix(sshd:session): session closed for user {user}`,
  probe: `${sshd} Connection from {outside} port {port} on 10.20.0.5 port 22`,
  silent: `${sshd} Did not receive identification string from {outside} port {port}`,
  invalid: `${sshd} Invalid user {guess} from {outside} port {port}`,
  pamUnknown: `${sshd} pam_unix(sshd:auth): check pass; user unknown`,
  failedGuess: `${sshd} Failed password for invalid user {guess} from {outside} port {port} ssh2`,
  dropped: `${sshd} Connection closed by invalid user {guess} {outside} port {port} [preauth]`,
  cronOpened: 'bastion CRON[{id}]: pam_unix(cron:session): session opened for user backup by (uid=0)',
  cronCommand: 'bastion CRON[{id}]: (backup) CMD (/usr/local/bin/rotate-archives)',
  cronClosed: 'bastion CRON[{id}]: pam_unix(cron:session): session closed for user backup',
  mark: 'bastion rsyslogd: -- MARK --',
} as const;

const logout = sequence(log('goodbye', 90_000), log('disconnected', 20), log('closed', 60));
const login = sequence(
  log('connection', 0),
  choice(
    option(5, log('publickey', 1_200)),
    option(2, loop({ min: 0, max: 2 }, log('failed', 7_000)), log('password', 7_000)),
  ),
  log('opened', 90),
);

export const auth: LogKind = {
  name: 'auth',
  session: 'a process (sshd[pid])',
  fields,
  messages,
  unknownMessages: [
    `${sshd} error: Could not load host key: /etc/ssh/ssh_host_ecdsa_key`,
    `${sshd} fatal: mm_answer_moduli: bad parameters`,
    `${sshd} error: maximum authentication attempts exceeded for {user} [preauth]`,
    `${sshd} Bad packet length {load}. [preauth]`,
    `${sshd} Authentication refused: bad ownership or modes for directory /home/{user}`,
    `${sshd} error: PAM: User account has expired for {user}`,
    `${sshd} reverse mapping checking getaddrinfo failed, POSSIBLE BREAK-IN ATTEMPT!`,
    `${sshd} fatal: Write failed: Broken pipe`,
    `${sshd} error: buffer_get_string_ret: incomplete message`,
    `${sshd} User root not allowed because account is locked`,
    `${sshd} error: connect_to 127.0.0.1 port 3306: failed, tunnel refused`,
    `${sshd} Protocol major versions differ: 2 vs. 1`,
  ],
  workflows: [
    { name: 'shell', weight: 35, steps: sequence(login, logout) },
    {
      name: 'file transfer',
      weight: 25,
      steps: sequence(
        login,
        log('subsystem', 300),
        log('sftpStart', 30),
        loop(
          { min: 2, max: 8, excess: 45 },
          log('fileOpened', 9_000),
          choice(option(60, log('fileClosed', 6_000)), option(1, log('fileMissing', 40))),
        ),
        log('sftpEnd', 9_000),
        log('goodbye', 90_000),
        optional(0.9, log('disconnected', 20)),
        log('closed', 60),
      ),
    },
    {
      name: 'password guessing',
      weight: 15,
      steps: sequence(
        log('probe', 0),
        log('invalid', 900),
        loop({ min: 1, max: 6 }, log('pamUnknown', 400), log('failedGuess', 2_000)),
        log('dropped', 1_500),
      ),
    },
    { name: 'port scan', weight: 5, steps: sequence(log('probe', 0), log('silent', 30_000)) },
    {
      name: 'nightly job',
      weight: 20,
      steps: sequence(log('cronOpened', 0), log('cronCommand', 40), log('cronClosed', 25_000)),
    },
  ],
  background: [{ every: 1_200_000, messages: ['mark'] }],
  start: new Date('2024-04-02T05:00:01Z'),
  resolution: 1_000,
  arrival: 25_000,
  stamp: syslogStamp,
  id: (random, before) => String(FIRST_PID + 3 * before + integer(random, 0, 2)),
};
