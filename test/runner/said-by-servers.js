/** The last lines that servers under test have logged, of the files of this worker. */
const MAX_LINES = 40;
let lines = [];

export const said = () => lines;

export function forgetSaid() {
  lines = [];
}

/** Where a server logs to. */
export const hearing = {
  write(line) {
    lines.push(line);
    if (lines.length > MAX_LINES) lines.shift();
  },
};
