// Places of the inputs in an array of them, in the order of data/inputs.csv, with their units. A constant that is imported is a
// number for the compiler; an object with 125 properties would be a hash table. tables.mjs checks them against the file.

/** B$ */
export const capex_this_year = 0;
/** B$ */
export const capex_next_year = 1;
/** share/yr */
export const capex_growth = 2;
/** share/yr */
export const capex_growth_later = 3;
/** B$/yr */
export const other_capex = 4;
/** share/yr */
export const other_capex_growth = 5;
/** GW */
export const power_start = 6;
/** GW */
export const power_2022 = 7;
/** share */
export const idle_start = 8;
/** GW/quarter */
export const power_add_this_year = 9;
/** GW/yr */
export const power_add_next_year = 10;
/** share/yr */
export const power_add_growth = 11;
/** quarters */
export const power_slip = 12;
/** ratio */
export const pue = 13;
/** share */
export const fill = 14;
/** B$/GW */
export const facility_cost = 15;
/** share/yr */
export const facility_cost_drift = 16;
/** share */
export const idle_tolerance = 17;
/** quarters */
export const facility_lead = 18;
/** share */
export const trainium_mix = 19;
/** share */
export const trainium_mix_start = 20;
/** years */
export const trainium_ramp = 21;
/** share */
export const trainium_advantage = 22;
/** share */
export const trainium_step = 23;
/** years */
export const trainium_cadence = 24;
/** ratio */
export const trainium_rel_perf = 25;
/** share */
export const trainium_pass_through = 26;
/** B$/GW */
export const gpu_cost = 27;
/** share/yr */
export const gpu_cost_drift = 28;
/** share/yr */
export const gpu_perf_growth = 29;
/** GW/yr */
export const chip_supply = 30;
/** share/yr */
export const chip_supply_growth = 31;
/** quarters of supply */
export const max_waiting = 32;
/** years */
export const chip_life_accounting = 33;
/** years */
export const chip_life_economic = 34;
/** kW */
export const kw_per_trainium = 35;
/** B$/yr */
export const ai_demand_start = 36;
/** share/yr */
export const ai_demand_growth = 37;
/** share/yr */
export const ai_demand_growth_later = 38;
/** years */
export const ai_demand_fade = 39;
/** ratio */
export const demand_headroom = 40;
/** share */
export const shock_size = 41;
/** year */
export const shock_year = 42;
/** share */
export const backlog_default = 43;
/** B$ */
export const backlog_start = 44;
/** B$/quarter */
export const backlog_adds = 45;
/** years */
export const backlog_life = 46;
/** share */
export const backlog_ai_share = 47;
/** B$/GW-yr */
export const ai_price = 48;
/** share/yr */
export const price_decline = 49;
/** share */
export const contract_share = 50;
/** exponent */
export const scarcity_pricing = 51;
/** ratio */
export const price_elasticity = 52;
/** share */
export const utilisation = 53;
/** quarters */
export const ramp = 54;
/** share */
export const ready_start = 55;
/** share */
export const inference_start = 56;
/** share */
export const inference_share = 57;
/** share */
export const managed_start = 58;
/** share */
export const managed_share = 59;
/** share */
export const managed_premium = 60;
/** share */
export const reuse_gain = 61;
/** share */
export const agents_start = 62;
/** share */
export const agents_share = 63;
/** share */
export const agents_premium = 64;
/** million */
export const developer_seats = 65;
/** share/yr */
export const developer_seat_growth = 66;
/** $/seat-month */
export const developer_seat_price = 67;
/** ratio */
export const training_price = 68;
/** years */
export const services_ramp = 69;
/** share */
export const ec2_share = 70;
/** B$/quarter */
export const core_revenue_start = 71;
/** share/yr */
export const core_growth = 72;
/** share/yr */
export const core_growth_later = 73;
/** years */
export const core_fade = 74;
/** ratio */
export const core_pull = 75;
/** million h/yr */
export const transform_hours = 76;
/** share/yr */
export const transform_growth = 77;
/** B$/yr per million h */
export const transform_pull = 78;
/** share/yr */
export const core_efficiency = 79;
/** share */
export const core_capex_share = 80;
/** B$/quarter */
export const ai_revenue_start = 81;
/** GW */
export const ai_it_start = 82;
/** $/MWh */
export const electricity = 83;
/** share/yr */
export const electricity_growth = 84;
/** share */
export const load_factor = 85;
/** B$/GW-yr */
export const site_opex = 86;
/** share */
export const core_opex = 87;
/** share */
export const ai_opex = 88;
/** share/yr */
export const opex_leverage = 89;
/** years */
export const server_life = 90;
/** years */
export const facility_life = 91;
/** B$/quarter */
export const legacy_dep = 92;
/** share */
export const legacy_short_share = 93;
/** years */
export const legacy_life = 94;
/** B$ */
export const cip_start = 95;
/** quarters */
export const cip_quarters = 96;
/** share */
export const cip_short_share = 97;
/** share/yr */
export const ads_growth = 98;
/** share/yr */
export const ads_ai_uplift = 99;
/** share/yr */
export const ads_dsp_uplift = 100;
/** share/yr */
export const ads_growth_later = 101;
/** years */
export const ads_fade = 102;
/** share */
export const ads_margin = 103;
/** share/yr */
export const stores_growth = 104;
/** share */
export const stores_margin = 105;
/** share/yr */
export const stores_margin_gain = 106;
/** B$/yr */
export const restructuring_savings = 107;
/** B$ */
export const severance_cash = 108;
/** B$/quarter */
export const other_da_start = 109;
/** share/yr */
export const other_da_growth = 110;
/** share */
export const sbc_share = 111;
/** share */
export const tax_rate = 112;
/** share */
export const bonus_depreciation = 113;
/** share */
export const working_capital_share = 114;
/** B$ */
export const cash_start = 115;
/** B$ */
export const debt_start = 116;
/** B$ */
export const min_cash = 117;
/** B$ */
export const cash_target = 118;
/** share/yr */
export const cash_yield = 119;
/** share/yr */
export const debt_cost = 120;
/** B$/yr */
export const stakes = 121;
/** B$/yr */
export const lease_principal = 122;
/** share/yr */
export const discount_rate = 123;
/** share */
export const ai_facility_share = 124;
