export const USAGE = `usage: npm run connector:new -- NAME [--out DIR]

Makes the folder of a new vendor's connector, its sandbox, its migration and its contract cases. They pass typecheck and
lint as they are; the cases fail, each with what there is to fill in. Overwrites nothing (build first).

  NAME       what the connector is called: a lower-case word such as trello
  --out DIR  the project to make it in (this one)
  --help     this text
`;
