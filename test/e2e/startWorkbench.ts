/** Starts `npm start` as a user does, once for all browser stories, and waits until it says its address; finds their browser meanwhile. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { executablePath } from './browser';

const root = path.resolve(__dirname, '../..');
const patienceInMilliseconds = 180_000;

declare global {
  var workbenchServer: ChildProcess | undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Start the workbench on a free port; resolves with its address. */
export async function serveWorkbench(): Promise<{ server: ChildProcess; address: string }> {
  const port = await freePort();
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', 'scripts/start.ts', '--no-open', '--port', String(port)],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The workbench did not start:\n${said}`)),
      patienceInMilliseconds,
    );
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const announced = /Tiercel workbench: (\S+)/.exec(said);
      if (!announced) return;
      clearTimeout(timer);
      resolve(announced[1]);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', code => {
      clearTimeout(timer);
      reject(new Error(`npm start ended with ${code}:\n${said}`));
    });
  });
  return { server, address };
}

export default async function startWorkbench(): Promise<void> {
  const [{ server, address }, browser] = await Promise.all([serveWorkbench(), executablePath()]);
  globalThis.workbenchServer = server;
  process.env.WORKBENCH_ADDRESS = address;
  process.env.CHROME_PATH = browser;
}
