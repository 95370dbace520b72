/** Where the catalogue departs from the specification on purpose, by indicator and what about it, with the reason. */
export const deviations: Record<string, Record<string, string>> = {
  'IND-07-04': {
    period: 'day × stock: the running month is valued at every day, so each past day can be asked'
  },
  'IND-G2-05': {
    period: 'day × stock: the running month is valued at every day, so each past day can be asked'
  }
};
