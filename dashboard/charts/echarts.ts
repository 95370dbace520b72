/** The only module that imports ECharts at run time: on the server at once, in the browser when a chart is touched. */
import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Draw } from './drawing.ts';

use([LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export { init };

/** Without the style element and the classes that ECharts adds for hovering: a drawing is still, and the CSP forbids it. */
export const svg: Draw = (option, width, height) => {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString().replaceAll(/<style[^]*?<\/style>| class="zr[^"]*"/g, '');
  } finally {
    chart.dispose();
  }
};
