/** Notices which recommendations come into a person's sight, by the elements of their titles. */
export class Sight {
  private readonly observer: IntersectionObserver;

  constructor(seen: (id: string) => void) {
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting || !(target instanceof HTMLElement)) continue;
          this.observer.unobserve(target);
          if (target.dataset['watched']) seen(target.dataset['watched']);
        }
      },
      { threshold: 0.5 },
    );
  }

  /** Bound: it is handed over as a function, always the same, so that each title is watched once. */
  readonly watch = (title: Element | null): void => {
    if (title) this.observer.observe(title);
  };
}
