import type { AnswerOf, CallName, RequestOf } from '../../src/protocol/paintEngine.ts';
import {
  checkDecodeRequest,
  checkEncodeRequest,
  checkMeasureRequest,
  checkPaintRequest,
  checkRepaintRequest,
  checkTryCodesRequest,
} from './checkRequest.ts';
import { decodeTokens } from './decodeTokens.ts';
import { encodePhotograph } from './encodePhotograph.ts';
import type { Job, Send } from './job.ts';
import type { LoadedBundle } from './loadedBundle.ts';
import { measurePicture } from './measurePicture.ts';
import { paintPicture } from './paintPicture.ts';
import { repaintPicture } from './repaintPicture.ts';
import { segmentPhotograph } from './segmentPhotograph.ts';
import { paintSliding } from './sliding/paintSliding.ts';
import { sendWhole } from './sliding/sendWhole.ts';
import { timeNetworks } from './timeNetworks.ts';
import { tryCodes } from './tryCodes.ts';

export type Answers = {
  readonly [Name in CallName]: (request: RequestOf<Name>, job: Job) => Promise<AnswerOf<Name>>;
};

/**
 * What is asked of the bundle that is loaded. Each checks its request first.
 * @param ready the loaded bundle. @throws EngineError BAD_REQUEST where none is
 */
export function bundleAnswers(
  ready: () => LoadedBundle,
  send: Send,
): Omit<Answers, 'inspect' | 'downloadSize' | 'rememberThreads' | 'load'> {
  return {
    paint: async (request, job) => {
      const { model, manifest } = ready();
      checkPaintRequest(request, manifest);
      if (model.kind === 'sliding') return paintSliding(model.networks, request, job, send);
      return paintPicture(model.networks, request, job, send);
    },
    repaint: async (request, job) => {
      const { networks, manifest } = ready();
      checkRepaintRequest(request, manifest);
      return repaintPicture(networks, request, job, send);
    },
    measure: async (request, job) => {
      const { networks, manifest } = ready();
      checkMeasureRequest(request, manifest);
      return measurePicture(networks, request, job, send);
    },
    decode: async (request, job) => {
      const { model, manifest } = ready();
      checkDecodeRequest(request, manifest);
      if (model.kind === 'sliding') await sendWhole(model.networks, request.lattice, request.tokens, job, send);
      else await decodeTokens(model.networks, request, job, send);
    },
    encode: async (request, job) => {
      const { networks, manifest } = ready();
      checkEncodeRequest(request, manifest);
      return encodePhotograph(networks, request, job, send);
    },
    tryCodes: async (request, job) => {
      const { networks, manifest } = ready();
      checkTryCodesRequest(request, manifest);
      await tryCodes(networks, request, job, send);
    },
    segment: async (request, job) => {
      const { networks, manifest } = ready();
      checkEncodeRequest(request, manifest);
      return segmentPhotograph(networks, request, job, send);
    },
    time: async ({ need }, job) => timeNetworks(ready().networks, need, job),
  };
}
