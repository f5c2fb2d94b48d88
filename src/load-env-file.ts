/** Reads a `.env` beside the process, which fills in what the environment lacks. Nothing happens where there is no such file. */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
