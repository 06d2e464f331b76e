import { DataEngine } from '../engine/data-engine.ts';
import { loadScanner } from './load-scanner.ts';
import { serve } from './rpc.ts';
import { startScanPool } from './scan-pool.client.ts';
import { openSpillFiles } from './spill-files.ts';

serve(new DataEngine({ pool: startScanPool(), kernel: loadScanner(), spills: openSpillFiles() }));
