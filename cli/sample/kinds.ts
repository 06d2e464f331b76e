import { auth } from './kinds/auth.ts';
import { hdfs } from './kinds/hdfs.ts';
import { openstack } from './kinds/openstack.ts';
import { web } from './kinds/web.ts';
import type { LogKind } from './log-kind.ts';

export const LOG_KINDS: readonly LogKind[] = [hdfs, openstack, web, auth];
