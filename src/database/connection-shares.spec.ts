import { connectionShares } from './connection-shares.js';

describe('the connections of a process', () => {
  it.each([
    [2, { server: 1, queue: 1, listens: false }],
    [3, { server: 2, queue: 1, listens: false }],
    [4, { server: 2, queue: 1, listens: true }],
    [5, { server: 3, queue: 1, listens: true }],
    [10, { server: 7, queue: 2, listens: true }],
    [200, { server: 195, queue: 4, listens: true }],
  ])('are divided: of %i', (max, shares) => {
    expect(connectionShares(max)).toEqual(shares);
  });

  it('are as many as DATABASE_POOL_MAX allows, and leave requests the most', () => {
    for (let max = 2; max <= 200; max++) {
      for (const canListen of [true, false]) {
        const { server, queue, listens } = connectionShares(max, canListen);
        expect(server + queue + (listens ? 1 : 0)).toBe(max);
        expect(server).toBeGreaterThanOrEqual(queue);
      }
    }
  });
});
