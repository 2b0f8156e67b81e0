import * as Comlink from 'comlink';
import { FilePictureReader } from './reader/pictureReader.ts';

Comlink.expose(new FilePictureReader());
