import * as Comlink from 'comlink';
import { PainterEngine } from './engine/painterEngine.ts';

Comlink.expose(new PainterEngine());
