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
  /** What checks its request, and is then made with the networks of a lattice. */
  const checked =
    <Request, Answer>(
      check: (request: Request, manifest: LoadedBundle['manifest']) => void,
      run: (networks: LoadedBundle['networks'], request: Request, job: Job, send: Send) => Promise<Answer>,
    ) =>
    async (request: Request, job: Job): Promise<Answer> => {
      const { networks, manifest } = ready();
      check(request, manifest);
      return run(networks, request, job, send);
    };

  return {
    paint: async (request, job) => {
      const { model, manifest } = ready();
      checkPaintRequest(request, manifest);
      if (model.kind === 'sliding') return paintSliding(model.networks, request, job, send);
      return paintPicture(model.networks, request, job, send);
    },
    decode: async (request, job) => {
      const { model, manifest } = ready();
      checkDecodeRequest(request, manifest);
      if (model.kind === 'sliding') await sendWhole(model.networks, request.lattice, request.tokens, job, send);
      else await decodeTokens(model.networks, request, job, send);
    },
    repaint: checked(checkRepaintRequest, repaintPicture),
    measure: checked(checkMeasureRequest, measurePicture),
    encode: checked(checkEncodeRequest, encodePhotograph),
    tryCodes: checked(checkTryCodesRequest, tryCodes),
    segment: checked(checkEncodeRequest, segmentPhotograph),
    time: async ({ need }, job) => timeNetworks(ready().networks, need, job),
  };
}
