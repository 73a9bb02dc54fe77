// The tables of data/: what an input is, how it is drawn, and the reported quarters that a run starts from.

import { readFileSync } from 'node:fs';

import { quarterIndex, yearOf } from './calendar.mjs';
import { readCsv } from './csv.mjs';
import { HISTORY_QUARTERS } from './fixed.mjs';
import * as input from './input.mjs';
import * as output from './output.mjs';

const table = (file) => readCsv(readFileSync(new URL(`../../data/${file}.csv`, import.meta.url), 'utf8'));

function checkPlaces(places, rows, file) {
  rows.forEach((row, place) => {
    const id = row.get('id');
    if (places[id] !== place) throw new Error(`${id} is row ${place} of ${file}, and ${places[id]} in the list of places`);
  });
  const count = Object.keys(places).length;
  if (count !== rows.length) throw new Error(`${file} has ${rows.length} rows, the list of places ${count}`);
}

const inputRows = table('inputs');
checkPlaces(input, inputRows, 'data/inputs.csv');
const outputRows = table('outputs');
checkPlaces(output, outputRows, 'data/outputs.csv');

/** Names of the outputs in order. */
export const OUTPUT_IDS = outputRows.map((row) => row.get('id'));

/** What is declared of each input; `kind` is how it is drawn, `scale`, `add` or an empty text. */
export const INPUTS = inputRows.map((row) => ({
  id: row.get('id'),
  isPrimary: row.get('level') === 'primary',
  min: Number(row.get('min')),
  max: Number(row.get('max')),
  kind: row.get('u_kind'),
  low: Number(row.get('u_low')),
  high: Number(row.get('u_high')),
}));

/** Pairs of inputs that are drawn together, by place, with their rank correlation. */
export const CORRELATIONS = table('correlations').map((row) => ({
  a: placeOf(row.get('a')),
  b: placeOf(row.get('b')),
  rank: Number(row.get('rank_correlation')),
}));

/** The place of an input. */
export function placeOf(id) {
  const place = INPUTS.findIndex((declared) => declared.id === id);
  if (place < 0) throw new Error(`there is no input ${id}`);
  return place;
}

const reportedRows = new Map(table('amazon-quarterly').map((row) => [quarterIndex(row.get('quarter')), row]));

/** A column of the `count` reported quarters up to `end`, oldest first, in B$. */
export function reported(column, end, count) {
  return Float64Array.from({ length: count }, (_, place) => {
    const cell = reportedRows.get(end - count + 1 + place)?.get(column);
    if (!cell) throw new Error(`data/amazon-quarterly.csv has no ${column} ${count - place} quarters before the run`);
    return Number(cell) / 1000;
  });
}

const sum = (values) => values.reduce((total, value) => total + value, 0);

/** The baselines: the last quarters reported, the base value of each input, and where the first quarter run lies. */
export const BASELINES = table('baselines').map((row) => {
  const id = row.get('id');
  const end = quarterIndex(row.get('history_end'));
  const first = end + 1;
  const inYear = first - 4 * yearOf(first);
  return {
    id,
    /** The first quarter run. */
    first,
    inputs: Float64Array.from(inputRows, (declared) => Number(declared.get(`base_${id}`))),
    sales: reported('net_sales_total', end, HISTORY_QUARTERS),
    aws: reported('aws_net_sales', end, HISTORY_QUARTERS),
    ads: reported('advertising_services', end, HISTORY_QUARTERS),
    ocf: reported('ocf_quarter', end, HISTORY_QUARTERS),
    capex: reported('cash_capex_net', end, HISTORY_QUARTERS),
    /** CapEx reported in the year of the first quarter run, B$. */
    capexThisYear: sum(reported('cash_capex_net', end, inYear)),
  };
});

/** The baseline of a name. */
export function baselineOf(id) {
  const found = BASELINES.find((baseline) => baseline.id === id);
  if (!found) throw new Error(`there is no baseline ${id}`);
  return found;
}
