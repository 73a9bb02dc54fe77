// Places of the figures in the row of a quarter, in the order of data/outputs.csv, with their units. tables.mjs checks them
// against the file. `binding` is the place of the limit: power, chips, capital, demand.

/** B$/quarter */
export const capex_plan = 0;
/** B$/quarter */
export const capex = 1;
/** B$/quarter */
export const chip_capex = 2;
/** B$/quarter */
export const facility_capex = 3;
/** B$/quarter */
export const core_capex = 4;
/** B$/quarter */
export const other_capex = 5;
/** GW */
export const power = 6;
/** GW/quarter */
export const power_planned = 7;
/** GW/quarter */
export const power_added = 8;
/** ratio */
export const power_multiple_2022 = 9;
/** share */
export const shells_ordered = 10;
/** GW */
export const it_room = 11;
/** GW */
export const core_it = 12;
/** GW */
export const ai_it = 13;
/** GW */
export const trainium_it = 14;
/** GW */
export const gpu_it = 15;
/** GW */
export const free_it = 16;
/** GW */
export const waiting = 17;
/** GW/quarter */
export const limit_power = 18;
/** GW/quarter */
export const limit_chips = 19;
/** GW/quarter */
export const limit_capital = 20;
/** GW/quarter */
export const limit_demand = 21;
/** limit */
export const binding = 22;
/** GW/quarter */
export const bought = 23;
/** GW/quarter */
export const installed = 24;
/** share */
export const trainium_mix = 25;
/** share */
export const trainium_fleet_share = 26;
/** million */
export const trainium_chips_million = 27;
/** share */
export const advantage = 28;
/** B$/GW */
export const cost_per_gw = 29;
/** B$/GW-yr */
export const earns_per_gw = 30;
/** B$/yr */
export const ai_demand = 31;
/** ratio */
export const scarcity = 32;
/** share */
export const contracted = 33;
/** share */
export const use = 34;
/** B$/quarter */
export const core_revenue = 35;
/** B$/quarter */
export const ai_revenue = 36;
/** B$/quarter */
export const managed_revenue = 37;
/** B$/quarter */
export const raw_inference_revenue = 38;
/** B$/quarter */
export const training_revenue = 39;
/** B$/quarter */
export const agent_revenue = 40;
/** B$/quarter */
export const developer_tools_revenue = 41;
/** million h/yr */
export const transform_hours = 42;
/** developer-years */
export const transform_developer_years = 43;
/** B$/quarter */
export const aws_revenue = 44;
/** share */
export const aws_growth = 45;
/** ratio */
export const bedrock_to_ec2 = 46;
/** B$ */
export const backlog = 47;
/** years */
export const backlog_years = 48;
/** B$/quarter */
export const aws_depreciation = 49;
/** B$/quarter */
export const chips_depreciation = 50;
/** B$/quarter */
export const aws_energy = 51;
/** B$/quarter */
export const aws_opex = 52;
/** B$/quarter */
export const aws_operating_income = 53;
/** share */
export const aws_margin = 54;
/** B$/quarter */
export const ads_revenue = 55;
/** share */
export const ads_growth = 56;
/** B$/quarter */
export const stores_revenue = 57;
/** B$/quarter */
export const other_operating_income = 58;
/** B$/quarter */
export const sales = 59;
/** B$/quarter */
export const operating_income = 60;
/** B$/quarter */
export const depreciation = 61;
/** B$/quarter */
export const stock_compensation = 62;
/** B$/quarter */
export const interest = 63;
/** B$/quarter */
export const tax = 64;
/** B$/quarter */
export const working_capital = 65;
/** B$/quarter */
export const ocf = 66;
/** B$/quarter */
export const fcf = 67;
/** B$ */
export const ocf_ttm = 68;
/** B$ */
export const capex_ttm = 69;
/** B$ */
export const fcf_ttm = 70;
/** B$ */
export const cash = 71;
/** B$ */
export const debt = 72;
/** B$/quarter */
export const returned = 73;
/** B$/quarter */
export const build_earnings = 74;
/** B$/quarter */
export const programme = 75;
/** B$ */
export const programme_total = 76;
/** B$ */
export const ai_book = 77;
/** B$ */
export const tax_deferred = 78;
