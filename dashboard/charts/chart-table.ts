/** What a chart shows, as a table: every chart can be read without seeing it. */
export interface ChartTable {
  head: string[];
  /** First cell of a row names it. */
  rows: string[][];
}
