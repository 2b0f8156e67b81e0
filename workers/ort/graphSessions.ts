import type { GraphName } from '../../src/protocol/manifest.ts';
import type { GraphSession } from './graphSession.ts';

/** The sessions of a bundle by graph: they may be on different backends, and may come one after the other. */
export class GraphSessions {
  private readonly sessions = new Map<GraphName, GraphSession>();

  /** Puts a session in the place of the one before, which is the caller's to dispose of. @returns the session */
  set(graph: GraphName, session: GraphSession): GraphSession {
    this.sessions.set(graph, session);
    return session;
  }

  /** What has turned out not to work is not there. */
  drop(graph: GraphName): void {
    this.sessions.delete(graph);
  }

  has(graph: GraphName): boolean {
    return this.sessions.has(graph);
  }

  get(graph: GraphName): GraphSession {
    const session = this.sessions.get(graph);
    if (session === undefined) throw new Error(`The graph "${graph}" is not loaded.`);
    return session;
  }

  async dispose(): Promise<void> {
    const sessions = [...this.sessions.values()];
    this.sessions.clear();
    for (const session of sessions) await session.dispose();
  }
}
