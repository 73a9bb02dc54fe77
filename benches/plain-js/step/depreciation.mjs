// Step 8: depreciation of AWS plant, from the day in service.

import { clamp01 } from '../growth.mjs';
import * as input from '../input.mjs';
import * as output from '../output.mjs';
import { WriteOff } from '../stock.mjs';

export class Depreciation {
  constructor() {
    this.chipsInService = new WriteOff();
    this.finishedServers = new WriteOff();
    this.coreServers = new WriteOff();
    this.facilities = new WriteOff();
    /** Charge of chips put in service, B$ a quarter. */
    this.chips = NaN;
    /** Charge of all that can be expensed at once: chips, finished servers and core servers. */
    this.servers = NaN;
    this.aws = NaN;
  }

  start(x) {
    this.chipsInService.start(x[input.chip_life_accounting]);
    this.finishedServers.start(x[input.chip_life_accounting]);
    this.coreServers.start(x[input.server_life]);
    this.facilities.start(x[input.facility_life]);
  }

  advance({ purchase, core, shells }, x, t, out, row) {
    const energised = shells.facilityPrice * Math.max(0, shells.added);
    const short = x[input.legacy_short_share];
    const left = (years) => Math.max(0, 1 - (t + 1) / (4 * years));
    const legacy = x[input.legacy_dep] * (short * left(x[input.legacy_life]) + (1 - short) * left(x[input.facility_life]));
    const finished = (x[input.cip_start] * clamp01(x[input.cip_quarters] - t)) / x[input.cip_quarters];
    const finishedServers = finished * x[input.cip_short_share];
    const chips = this.chipsInService.place(purchase.inService);
    const servers = chips + this.finishedServers.place(finishedServers) + this.coreServers.place(core.capex);
    this.chips = chips;
    this.servers = servers;
    this.aws = legacy + servers + this.facilities.place(energised + finished - finishedServers);
    out[row + output.chips_depreciation] = chips;
    out[row + output.aws_depreciation] = this.aws;
  }
}
