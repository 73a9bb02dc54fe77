// What the cash flow chart shows while the CapEx of next year is dragged: quarters, then series, as uPlot takes them.

import * as input from '../plain-js/input.mjs';
import { MAX_QUARTERS } from '../plain-js/fixed.mjs';
import { FIGURES, Model, newFigures } from '../plain-js/model.mjs';
import * as output from '../plain-js/output.mjs';
import { baselineOf, reported } from '../plain-js/tables.mjs';

/** Reported quarters before the run, as the page shows them. */
const BEFORE = 8;
/** Reported quarters after the start of the run, dots on it. */
const AFTER = 3;
const OUTPUTS = [output.ocf_ttm, output.capex_ttm, output.fcf_ttm];

const baseline = baselineOf('2025q3');
const model = new Model(baseline);
const quarters = Array.from({ length: BEFORE + MAX_QUARTERS }, (_, place) => baseline.first - BEFORE + place);
const empty = (length) => new Array(length).fill(null);

/** Operating cash flow, CapEx and free cash flow of the four quarters up to each of the last ones reported. */
function reportedYears(end, count) {
  const years = (column) => {
    const flows = reported(column, end, count + 3);
    return Array.from({ length: count }, (_, place) => flows.slice(place, place + 4).reduce((sum, flow) => sum + flow, 0));
  };
  const [ocf, capex] = [years('ocf_quarter'), years('cash_capex_net')];
  return [ocf, capex, ocf.map((flow, place) => flow - capex[place])];
}

const before = reportedYears(baseline.first - 1, BEFORE);
const after = reportedYears(baseline.first + AFTER - 1, AFTER);

/** The three measures of a run. */
function run(capex) {
  const x = baseline.inputs.slice();
  if (capex !== undefined) x[input.capex_next_year] = capex;
  const figures = newFigures();
  model.run(x, MAX_QUARTERS, figures);
  return OUTPUTS.map((place) => Array.from({ length: MAX_QUARTERS }, (_, t) => figures[t * FIGURES + place]));
}

const base = run();

/** The chart at a CapEx of next year: reported lines, lines of the run, lines of the base, dots reported since. */
export function chartAt(capex) {
  const join = (from, values) => [...empty(from), ...values, ...empty(quarters.length - from - values.length)];
  // The lines of a run start at the last reported point.
  const joined = (values, measure) => join(BEFORE - 1, [before[measure][BEFORE - 1], ...values]);
  return [
    quarters,
    ...before.map((values) => join(0, values)),
    ...run(capex).map(joined),
    ...base.map(joined),
    ...after.map((values) => join(BEFORE, values)),
  ];
}
