import { EngineError } from './errors.ts';
import type { Reply } from './paintEngine.ts';

/** What a call has answered. @throws EngineError that of its failure */
export function valueOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  const { code, message, detail } = reply.failure;
  throw new EngineError(code, message, detail);
}
