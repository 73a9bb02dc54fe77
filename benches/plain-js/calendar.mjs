// Calendar quarters as whole numbers: quarters since year 0.

/** The number of a quarter written `2027Q1`. */
export const quarterIndex = (text) => 4 * Number(text.slice(0, 4)) + Number(text.slice(5)) - 1;

/** The quarter of a number, written `2027Q1`. */
export const quarterName = (index) => `${yearOf(index)}Q${(index % 4) + 1}`;

/** The calendar year of a quarter. */
export const yearOf = (index) => Math.floor(index / 4);
