import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const PORTS_TO_TRY = 100;

/**
 * Listens on this machine only.
 *
 * @param port the first port to try; where it is taken, the next free one. 0 lets the system choose.
 * @returns the port that it listens on
 */
export async function listen(server: Server, port: number): Promise<number> {
  const last = Math.min(port + PORTS_TO_TRY, 65_535);
  for (let candidate = port; candidate <= last; candidate++) {
    if (await tryPort(server, candidate)) return (server.address() as AddressInfo).port;
  }
  throw new Error(`All ports from ${port} to ${last} are taken; name another one with --port.`);
}

function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.off('listening', onListening);
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    const onListening = (): void => {
      server.off('error', onError);
      resolve(true);
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen(port, '127.0.0.1');
  });
}
