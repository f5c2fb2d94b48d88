import { ownStorage } from '../shared/preferences.js';

const KEY = 'kag.inbox.keys';

/** Whether keys of one letter do something; remembered by the browser. */
export class KeySwitch {
  private on = ownStorage()?.getItem(KEY) !== 'no';

  isOn = (): boolean => this.on;

  turn(on: boolean): void {
    this.on = on;
    try {
      ownStorage()?.setItem(KEY, on ? 'yes' : 'no');
    } catch {
      // A full or forbidden storage costs the memory of the choice, not the choice.
    }
  }
}
