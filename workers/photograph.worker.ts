import * as Comlink from 'comlink';
import { CanvasPhotographReader } from './reader/photographReader.ts';

Comlink.expose(new CanvasPhotographReader());
