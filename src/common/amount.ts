/** Beyond it a double has no cents left: a larger number is not an amount of money. */
const MAX_AMOUNT = 1e13;

/** Whether a number can be an amount of money, in any currency. Sums of such never run over. */
export const isAmount = (value: number): boolean => Math.abs(value) <= MAX_AMOUNT;
