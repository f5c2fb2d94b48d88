// Imports nothing of this project: it is shown before anything is built, too.

/** Where the line is shown; a terminal rewrites it, a log is given one now and then. */
export interface Screen {
  isTTY?: boolean;
  write(text: string): unknown;
}

const FRAMES = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
const TERMINAL_EVERY_MS = 200;
const LOG_EVERY_MS = 5_000;

/** Shows that something is waited for, what it does just now, and for how long already, until it has ended. */
export async function whileWaiting<T>(
  what: string,
  work: (say: (now: string) => void) => Promise<T>,
  screen: Screen = process.stderr,
): Promise<T> {
  const started = performance.now();
  let now = '';
  let ended = false;
  let frame = 0;
  const text = () => `${what}${now && `: ${now}`} … ${Math.round((performance.now() - started) / 1000)} s`;
  const show = screen.isTTY
    ? () => screen.write(`\r\x1b[2K${FRAMES[frame++ % FRAMES.length]} ${text()}`)
    : () => screen.write(`${text()}\n`);
  show();
  const timer = setInterval(show, screen.isTTY ? TERMINAL_EVERY_MS : LOG_EVERY_MS);
  try {
    return await work((said) => {
      if (ended || said === now) return;
      now = said;
      show();
    });
  } finally {
    ended = true;
    clearInterval(timer);
    if (screen.isTTY) screen.write('\r\x1b[2K');
  }
}
