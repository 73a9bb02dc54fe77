// The model in plain JavaScript against every figure of the golden scenarios, so that what is timed is the whole model.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { quarterName } from './calendar.mjs';
import { readCsv } from './csv.mjs';
import { MAX_QUARTERS } from './fixed.mjs';
import { gigawatt } from './gigawatt.mjs';
import { fcfTrough, headline } from './headline.mjs';
import { FIGURES, Model, newFigures } from './model.mjs';
import * as output from './output.mjs';
import { BASELINES, baselineOf, OUTPUT_IDS, placeOf } from './tables.mjs';

/** Relative, or absolute below 1. */
const TOLERANCE = 1e-9;
const LIMITS = ['power', 'chips', 'capital', 'demand'];

const golden = (file) => readFileSync(new URL(`../../crates/model/tests/golden/${file}`, import.meta.url), 'utf8');

// One model a baseline for all scenarios, so that what is left of one run in the next would be seen.
const models = new Map(BASELINES.map((baseline) => [baseline.id, new Model(baseline)]));

const scenarios = JSON.parse(golden('scenarios.json')).map(({ name, baseline, changes, headline }) => {
  const inputs = baselineOf(baseline).inputs.slice();
  for (const [id, value] of Object.entries(changes)) inputs[placeOf(id)] = value;
  return { name, model: models.get(baseline), inputs, headline };
});

function run({ model, inputs }, quarters = MAX_QUARTERS) {
  const figures = newFigures();
  model.run(inputs, quarters, figures);
  return figures;
}

/** Whether a number is what was wanted; NaN stands for none. */
function check(what, got, want) {
  const isSame = want === null ? Number.isNaN(got) : Math.abs(got - want) <= TOLERANCE * Math.max(1, Math.abs(want));
  assert.ok(isSame, `${what}: ${got} instead of ${want}`);
}

test('every quarter agrees', () => {
  let checked = 0;
  for (const scenario of scenarios) {
    const figures = run(scenario);
    const rows = readCsv(golden(`${scenario.name}.csv`));
    assert.equal(rows.length, MAX_QUARTERS);
    rows.forEach((row, t) => {
      assert.equal(quarterName(scenario.model.first + t), row.get('quarter'));
      assert.deepEqual([...row.keys()].slice(1), OUTPUT_IDS);
      OUTPUT_IDS.forEach((id, place) => {
        const what = `${scenario.name} ${row.get('quarter')} ${id}`;
        const got = figures[t * FIGURES + place];
        if (place === output.binding) assert.equal(LIMITS[got], row.get(id), what);
        else check(what, got, Number(row.get(id)));
        checked += 1;
      });
    });
  }
  assert.equal(checked, 23 * MAX_QUARTERS * FIGURES);
});

test('every headline agrees', () => {
  for (const { name, model, inputs, headline: wanted } of scenarios) {
    const figures = run({ model, inputs });
    const got = headline(inputs, model.first, figures, MAX_QUARTERS);
    for (const [figure, value] of Object.entries(got)) {
      const what = `${name} ${figure}`;
      assert.ok(figure in wanted, what);
      if (figure.endsWith('_quarter')) assert.equal(value < 0 ? null : quarterName(value), wanted[figure], what);
      else check(what, value, wanted[figure]);
    }
    assert.equal(Object.keys(got).length, 12);
    assert.equal(fcfTrough(figures, MAX_QUARTERS), got.fcf_trough);
  }
});

test('every gigawatt agrees', () => {
  for (const { name, inputs, headline: wanted } of scenarios) {
    for (const kind of ['gpu', 'trainium']) {
      const { kind: gotKind, ...got } = gigawatt(inputs, kind);
      assert.equal(gotKind, wanted[`gigawatt_${kind}`].kind);
      for (const [figure, value] of Object.entries(got)) {
        check(`${name} gigawatt of ${kind}, ${figure}`, value, wanted[`gigawatt_${kind}`][figure]);
      }
      assert.equal(Object.keys(got).length, 5);
    }
  }
});

test('a shorter run is the start of a longer one', () => {
  for (const scenario of scenarios) {
    const whole = run(scenario);
    for (const quarters of [0, 1, 2, 17]) {
      const end = quarters * FIGURES;
      const short = run(scenario, quarters);
      assert.deepEqual(short.slice(0, end), whole.slice(0, end));
      assert.ok(short.slice(end).every((figure) => figure === 0));
    }
  }
});
