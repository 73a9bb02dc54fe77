// The cash flow chart as uPlot draws it: the page's lines, fill, dots and axes, on a canvas of as many pixels.

import uPlot from '../../node_modules/uplot/dist/uPlot.esm.js';

/** Operating cash flow, CapEx, and free cash flow, which the chart is about. */
const MEASURES = [
  { stroke: '#0f7b55', width: 1.75 },
  { stroke: '#c2470a', width: 1.75 },
  { stroke: '#0b62a8', width: 2.5, fill: 'rgba(11, 98, 168, 0.14)', fillTo: 0 },
];

/** The kinds of series in the order of data.mjs, for each measure. */
const KINDS = [
  ({ stroke }) => ({ stroke, width: 1.25, points: { show: true, size: 5, fill: stroke } }),
  (measure) => ({ ...measure, points: { show: false } }),
  ({ stroke }) => ({ stroke, width: 1, dash: [4, 3], points: { show: false } }),
  ({ stroke }) => ({ stroke, paths: () => null, points: { show: true, size: 6, fill: '#fff' } }),
];

const firstQuarters = (_, __, low, high) => {
  const quarters = [];
  for (let quarter = 4 * Math.ceil(low / 4); quarter <= high; quarter += 4) quarters.push(quarter);
  return quarters;
};

let chart;

/** Makes the chart in CSS pixels; returns the size of its canvas. */
window.start = async (data, width, height) => {
  chart = new uPlot(
    {
      width,
      height,
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false } },
      axes: [{ splits: firstQuarters, values: (_, quarters) => quarters.map((quarter) => String(quarter / 4)) }, {}],
      series: [{}, ...KINDS.flatMap((kind) => MEASURES.map(kind))],
    },
    data,
    document.querySelector('#chart'),
  );
  // Its first drawing comes in a microtask.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const { canvas } = chart.ctx;
  return [canvas.width, canvas.height];
};

/** Draws data anew and returns how long that took, in ms. */
window.redraw = (data) => {
  const start = performance.now();
  // At once instead of in a microtask.
  chart.batch(() => chart.setData(data));
  return performance.now() - start;
};
