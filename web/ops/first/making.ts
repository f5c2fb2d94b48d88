import type { Api } from '../../client/api.js';
import type { Session } from '../../client/session.js';
import { Store } from '../../client/store.js';

/** Makes a project, and has the page go on with it. */
export class Making {
  /** Whether one is being made, and why the last one was not. */
  readonly state = new Store<{ busy: boolean; problem: unknown }>({ busy: false, problem: null });

  constructor(
    private readonly api: Api,
    private readonly session: Session,
    private readonly made: (name: string) => void,
  ) {}

  async make(typed: string): Promise<void> {
    const name = typed.trim();
    if (this.state.get().busy || name === '') return;
    this.state.set({ busy: true, problem: null });
    try {
      const { project } = await this.api.send<'createProject'>('POST', 'projects', { body: { name } });
      await this.session.refresh();
      await this.session.choose(project.id);
      this.state.set({ busy: false, problem: null });
      this.made(name);
    } catch (problem) {
      this.state.set({ busy: false, problem });
    }
  }
}
