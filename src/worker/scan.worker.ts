import { transfer } from 'comlink';
import { openBlob, scanThread } from '../engine/scan-thread.ts';
import { serve } from './rpc.ts';

serve(scanThread(openBlob, transfer));
