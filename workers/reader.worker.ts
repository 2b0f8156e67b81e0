import * as Comlink from 'comlink';
import { LabelMapReader } from './reader/mapReader.ts';

Comlink.expose(new LabelMapReader());
