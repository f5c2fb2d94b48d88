import { Semaphore } from './semaphore.js';

describe('Gate', () => {
  it('runs two at once, keeps two waiting, refuses the fifth, and opens again', async () => {
    const semaphore = new Semaphore(2, 2);
    const finish: (() => void)[] = [];
    let atOnce = 0;
    let most = 0;
    const work = () =>
      new Promise<void>((done) => {
        most = Math.max(most, ++atOnce);
        finish.push(() => {
          atOnce--;
          done();
        });
      });
    const running = [1, 2, 3, 4].map(() => semaphore.run(work));
    await expect(semaphore.run(work)).rejects.toMatchObject({ code: 'service_unavailable' });
    for (let i = 0; i < 4; i++) {
      finish[i]?.();
      await running[i];
      await Promise.resolve();
    }
    expect(most).toBe(2);
    await expect(semaphore.run(() => Promise.resolve('open'))).resolves.toBe('open');
  });

  it('frees its place when the work fails', async () => {
    const semaphore = new Semaphore(1, 0);
    await expect(semaphore.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(semaphore.run(() => Promise.resolve('open'))).resolves.toBe('open');
  });
});
