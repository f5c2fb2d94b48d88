/** Beyond it a double has no cents left; whoever enters more has entered no amount of money. */
const MAX_AMOUNT = 1e13;

/** Whether a number can be an amount of money, in whatever currency. Sums of such never run over. */
export const isAmount = (value: number): boolean => Math.abs(value) <= MAX_AMOUNT;
