// The native program of benches/engine, asked for one piece of work after the other.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Starts the program.
 * @param {string} program
 * @returns {{run: (call: string, ...numbers: number[]) => Promise<{seconds: number, sum: number}>, stop: () => void}}
 */
export function startNative(program) {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const failed = new Promise((_, reject) => child.once('error', reject));
  // Heard of where an answer is waited for.
  failed.catch(() => {});
  return {
    async run(...work) {
      child.stdin.write(`${work.join(' ')}\n`);
      const { value, done } = await Promise.race([answers.next(), failed]);
      if (done) throw new Error(`${program} ended without an answer to \`${work.join(' ')}\``);
      const [seconds, sum] = value.split(' ').map(Number);
      return { seconds, sum };
    },
    stop: () => child.stdin.end(),
  };
}
