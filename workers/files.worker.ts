import * as Comlink from 'comlink';
import { WorkerFileMaker } from './files/fileMaker.ts';

Comlink.expose(new WorkerFileMaker());
