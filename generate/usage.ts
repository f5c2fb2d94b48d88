export const USAGE = `usage: npm run generate [-- --check]

Writes the files that are made from the code, from the project's folder on (build first).

  --check  writes nothing, and ends with 1 where a file is not what the code makes it
  --help   this text
`;
