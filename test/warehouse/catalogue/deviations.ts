/** Where the catalogue departs from the specification on purpose, by indicator and what about it, with the reason. */
export const deviations: Record<string, Record<string, string>> = {
  'IND-07-04': {
    period: 'day × stock: the running month is valued at every day, so each past day can be asked'
  },
  'IND-G2-05': {
    period: 'day × stock: the running month is valued at every day, so each past day can be asked'
  },
  'IND-07-12': {
    thresholds:
      'the 95th percentile of its peers is a prompt to look closer, for a rule to raise; the figure is neutral'
  }
};
