import { DataEngine } from '../engine/data-engine.ts';
import { serve } from './rpc.ts';

serve(new DataEngine());
