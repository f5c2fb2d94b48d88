import { createServer, type AddressInfo } from 'node:net';
import { choosePort, freePort } from '../../demo/port.js';

describe('the port of the demo', () => {
  it('is the one that is asked for when it is free', async () => {
    const free = await freePort();
    expect(await choosePort(String(free))).toEqual({ port: free, remark: null });
  });

  it('is any free one for 0', async () => {
    expect((await choosePort('0')).port).toBeGreaterThan(0);
  });

  it('is never one that is taken: that is told, with how to choose another', async () => {
    const taken = createServer();
    await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
    const { port } = taken.address() as AddressInfo;
    await expect(choosePort(String(port))).rejects.toThrow(
      new RegExp(`^Port ${port} is taken\\. Choose another \\(PORT=\\d+ npm run demo\\), or leave PORT unset`),
    );
    await new Promise((closed) => taken.close(closed));
  });

  it.each(['eighty', '-1', '65536', '80.5'])('can’t be %s', async (asked) => {
    await expect(choosePort(asked)).rejects.toThrow(`PORT holds ${asked}`);
  });
});
