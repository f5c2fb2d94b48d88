/** Goes to the part that the address names once it is drawn: browsers look for it before there are any data. */
export class Arrival {
  private wanted = window.location.hash.slice(1);

  /** After each drawing; goes there once. */
  look(): void {
    const part = this.wanted === '' ? null : document.getElementById(this.wanted);
    if (!part) return;
    this.wanted = '';
    part.scrollIntoView();
  }
}
