// Step 7: sell what is ready, split it by service, and roll the backlog.

import { MAX_QUARTERS } from '../fixed.mjs';
import { Faded } from '../growth.mjs';
import * as input from '../input.mjs';
import * as output from '../output.mjs';
import { TrailingYear } from '../stock.mjs';

export class Sales {
  constructor({ aws }) {
    this.seatGrowth = new Faded();
    this.awsYear = new TrailingYear(aws);
    this.awsStart = aws[aws.length - 1];
    /** AI sales, those before the run first, B$ a quarter. */
    this.aiSales = new Float64Array(MAX_QUARTERS + 1);
    this.ready = NaN;
    this.seats = NaN;
    this.backlog = NaN;
    this.use = NaN;
    /** Worth of the fleet after the purchases, B$ a year. */
    this.worth = NaN;
    this.capacity = NaN;
    this.ai = NaN;
    this.coreAndTools = NaN;
    this.aws = NaN;
  }

  start(x) {
    this.seatGrowth.start(x[input.developer_seat_growth], x[input.core_growth_later], x[input.core_fade]);
    this.aiSales[0] = x[input.ai_revenue_start];
    this.ai = x[input.ai_revenue_start];
    this.ready = x[input.ai_it_start] * x[input.ready_start];
    this.seats = x[input.developer_seats];
    this.backlog = x[input.backlog_start];
  }

  /** Mean quarterly rise of AI sales over the last year of the run, before quarter `t`. */
  rise(t) {
    const quarters = Math.min(4, t);
    return t === 0 ? 0 : (this.aiSales[t] - this.aiSales[t - quarters]) / quarters;
  }

  advance({ fleet, services, market, core }, x, t, out, row) {
    const fleetIt = fleet.it;
    const worth = fleet.worth(market);
    let ready = Math.min(this.ready, fleetIt);
    ready += (fleetIt - ready) / (1 + x[input.ramp]);
    const full = fleetIt > 0 ? ((worth * ready) / fleetIt) * services.service : 0;
    const use = full > 0 ? Math.min(x[input.utilisation], market.sought / full) : 0;
    const ai = (use * full) / 4;
    const perService = ai / services.service;
    const managed = perService * services.managed;

    this.seats *= this.seatGrowth.advance();
    const tools = (this.seats * x[input.developer_seat_price] * 3) / 1000;
    const aws = core.revenue + ai + tools;
    // Where the market is smaller than what contracts hold up, less is signed.
    const signing = ai > 0 ? Math.min(1, market.market / (4 * ai)) : 1;
    const backlog =
      this.backlog + ((x[input.backlog_adds] * aws) / this.awsStart) * signing - this.backlog / (4 * x[input.backlog_life]);

    this.ready = ready;
    this.use = use;
    this.worth = worth;
    this.capacity = full * x[input.utilisation];
    this.ai = ai;
    this.aiSales[t + 1] = ai;
    this.coreAndTools = core.revenue + tools;
    this.aws = aws;
    this.backlog = backlog;
    out[row + output.use] = use;
    out[row + output.ai_revenue] = ai;
    out[row + output.managed_revenue] = managed;
    out[row + output.raw_inference_revenue] = perService * services.raw;
    out[row + output.training_revenue] = perService * services.training;
    out[row + output.agent_revenue] = perService * services.agents;
    out[row + output.developer_tools_revenue] = tools;
    out[row + output.aws_revenue] = aws;
    out[row + output.aws_growth] = this.awsYear.growth(t, aws);
    out[row + output.bedrock_to_ec2] = managed / (x[input.ec2_share] * core.revenue + ai - managed);
    out[row + output.backlog] = backlog;
    out[row + output.backlog_years] = backlog / (4 * aws);
  }
}
