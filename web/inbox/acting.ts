import type { Api } from '../client/api.js';
import { problemText } from '../client/api-problem.js';
import type { Action } from '../client/published.js';
import { confirmed } from '../shared/confirm-dialog.js';
import { askDoIt } from './dialogs/do-it.js';
import type { Recommendation } from './models/recommendation.js';
import { OutboxBook, type Move } from './outbox-book.js';
import type { Texts } from './texts/index.js';
import type { News } from './ui.js';

interface Page {
  texts: () => Texts;
  /** The message of one as the person has edited it; null: they have not. */
  edited: (id: string) => string | null;
  tell: (news: News) => void;
}

/** What a person has done about recommendations from this page. */
export class Acting {
  readonly outbox: OutboxBook;

  constructor(
    api: Api,
    private readonly page: Page,
  ) {
    this.outbox = new OutboxBook(api);
  }

  async doIt(one: Recommendation): Promise<void> {
    const { texts, edited, tell } = this.page;
    const said = await askDoIt({ one, outbox: this.outbox, texts: texts(), edited: edited(one.id) });
    if (said !== null) tell({ phase: 'told', text: said });
  }

  async move(one: Recommendation, action: Action, how: Move): Promise<void> {
    if (how === 'send' && !(await this.mayBeSent(action))) return;
    try {
      await this.outbox.move(one, action, how);
    } catch (problem) {
      const { bar, outbox } = this.page.texts();
      this.page.tell({ phase: 'told', text: outbox.error(problemText(problem, bar.problems)) });
    }
  }

  private mayBeSent({ kind, target_label: target, text }: Action): Promise<boolean> {
    const { outbox: words } = this.page.texts();
    const what = [words.kinds[kind] ?? kind, ...(target === null ? [] : [target])].join(': ');
    return confirmed({ title: words.sendAsk, text: [what, text], yes: words.send, no: words.dialog.cancel });
  }
}
