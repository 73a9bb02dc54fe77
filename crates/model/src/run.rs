//! A run: the steps of every quarter, in order.

use crate::{
    MAX_QUARTERS,
    baseline::Baseline,
    calendar::Quarter,
    fixed::DEVELOPER_HOURS,
    history::History,
    input::Inputs,
    limit::Limit,
    now::Now,
    number::Number,
    opening::Opening,
    output::Figures,
    relief::{Relief, Relieved},
    step::{
        aws_income::AwsIncome,
        cash::{Cash, Flows},
        chips::{Chips, Drifting},
        core_cloud::CoreCloud,
        depreciation::Depreciation,
        energising::Energising,
        fleet::Fleet,
        market::{Market, next_tight},
        plans::{PowerPlan, capex_budget},
        programme::{Build, Programme},
        purchase::{Limits, Purchase},
        rest_of_amazon::RestOfAmazon,
        sales::Sales,
        services::Services,
        shells::Shells,
    },
    stock::TrailingYear,
    trajectory::Trajectory,
};

/// Runs the model for `quarters` quarters from a baseline; more than [`MAX_QUARTERS`] are not run.
///
/// Allocates its result and nothing else. Every figure is finite for inputs within their ranges
/// ([`Inputs::check`]); outside them nothing is promised but that it returns.
///
/// ```
/// use buildout_model::{Baseline, Input, Inputs, run};
///
/// let baseline = Baseline::default();
/// let mut inputs = Inputs::base(baseline);
/// inputs.set(Input::CapexNextYear, 180.0)?;
/// let trajectory = run(baseline, &inputs, 20);
/// assert_eq!(trajectory.figures().len(), 20);
/// # Ok::<(), buildout_model::InputError>(())
/// ```
#[must_use]
pub fn run<N: Number>(baseline: Baseline, inputs: &Inputs<N>, quarters: usize) -> Trajectory<N> {
    let mut trajectory = Trajectory::empty(baseline);
    run_into(&mut trajectory, baseline, inputs, quarters);
    trajectory
}

/// Like [`run`], into a trajectory whose memory is used again: allocates nothing once it was as long before.
pub fn run_into<N: Number>(
    trajectory: &mut Trajectory<N>,
    baseline: Baseline,
    inputs: &Inputs<N>,
    quarters: usize,
) {
    trajectory.baseline = baseline;
    run_relieved(trajectory, &History::of(baseline), inputs, quarters, Relieved::default());
}

/// Like [`run_into`], from the history of the trajectory's baseline: for who runs it so often that looking the history up
/// each time counts.
pub fn run_from<N: Number>(
    trajectory: &mut Trajectory<N>,
    history: &History<N>,
    inputs: &Inputs<N>,
    quarters: usize,
) {
    run_relieved(trajectory, history, inputs, quarters, Relieved::default());
}

fn run_relieved<N: Number>(
    trajectory: &mut Trajectory<N>,
    history: &History<N>,
    inputs: &Inputs<N>,
    quarters: usize,
    relieved: Relieved,
) {
    let quarters = quarters.min(MAX_QUARTERS);
    trajectory.figures.clear();
    trajectory.figures.reserve_exact(quarters);
    let mut run = Run { relieved, ..Run::new(history, inputs) };
    // Extending knows the place of each quarter before it is run, and writes it there; pushing would copy it.
    trajectory.figures.extend((0..quarters).map(|_| run.advance()));
}

/// A run quarter by quarter, for who looks on between them, or has a history of another kind of number.
///
/// ```
/// use buildout_model::{Baseline, History, Inputs, Run, run};
///
/// let baseline = Baseline::default();
/// let inputs: Inputs<f64> = Inputs::base(baseline);
/// let mut stepwise = Run::new(&History::of(baseline), &inputs);
/// assert_eq!([stepwise.advance(), stepwise.advance()], run(baseline, &inputs, 2).figures());
/// ```
pub struct Run<'a, N> {
    inputs: &'a Inputs<N>,
    first: Quarter,
    budget: [N; MAX_QUARTERS],
    state: State<N>,
    /// Quarters run.
    place: usize,
    relieved: Relieved,
}

impl<'a, N: Number> Run<'a, N> {
    /// A run before its first quarter, which is the one after the history.
    #[must_use]
    #[inline(always)]
    pub fn new(history: &History<N>, inputs: &'a Inputs<N>) -> Self {
        let first = history.end().plus(1);
        let state = State::new(history, inputs);
        Self {
            inputs,
            first,
            budget: capex_budget(inputs, history),
            state,
            place: 0,
            relieved: Relieved::default(),
        }
    }

    /// The same with one limit loosened.
    #[must_use]
    pub fn relieved(self, relief: Option<Relief>) -> Self {
        Self { relieved: relief.into(), ..self }
    }

    /// Runs the next quarter. After [`MAX_QUARTERS`] there is no budget any more, and nothing is promised.
    #[inline(always)]
    pub fn advance(&mut self) -> Figures<N> {
        let Self { inputs, place, .. } = *self;
        let t = place as f64;
        let quarter = self.first.plus(place as i32);
        let (t, years, relieved) = (N::of(t), N::of((t + 1.0) / 4.0), self.relieved);
        let now = Now { inputs, quarter, place, t, years, relieved };
        let capex_plan = self.budget.get(place).copied().unwrap_or(N::of(0.0));
        self.place += 1;
        self.state.advance(&now, capex_plan)
    }
}

impl Trajectory<f64> {
    /// Runs the model as [`run`] does. Compiled here, once, for whoever calls it: a generic function would be compiled
    /// again in each crate that does.
    #[must_use]
    pub fn of(baseline: Baseline, inputs: &Inputs<f64>, quarters: usize) -> Self {
        let mut trajectory = Self::empty(baseline);
        trajectory.rerun(baseline, inputs, quarters);
        trajectory
    }

    /// Runs the model into this trajectory as [`run_into`] does.
    pub fn rerun(&mut self, baseline: Baseline, inputs: &Inputs<f64>, quarters: usize) {
        self.rerun_relieved(baseline, inputs, quarters, None);
    }

    /// Runs the model into this trajectory with one limit loosened.
    #[inline(never)]
    pub fn rerun_relieved(
        &mut self,
        baseline: Baseline,
        inputs: &Inputs<f64>,
        quarters: usize,
        relief: Option<Relief>,
    ) {
        self.baseline = baseline;
        run_relieved(self, &History::of(baseline), inputs, quarters, relief.into());
    }
}

/// AI sales of the last quarters, for the pull on the core.
struct AiSales<N> {
    /// The last five, oldest first.
    last: [N; 5],
    run: usize,
}

impl<N: Number> AiSales<N> {
    fn new(start: N) -> Self {
        Self { last: [start; 5], run: 0 }
    }

    fn last(&self) -> N {
        let [.., last] = self.last;
        last
    }

    /// Mean quarterly rise over the quarters run, four at most; 0 before the first.
    fn mean_rise(&self) -> N {
        let [before, .., last] = self.last;
        let quarters = self.run.min(4);
        // Before four quarters are run, the opening figure fills the places before the first.
        if quarters == 0 { N::of(0.0) } else { ((last - before).or_zero() / quarters as f64).named("rise") }
    }

    fn push(&mut self, sales: N) {
        let [_, b, c, d, e] = self.last;
        self.last = [b, c, d, e, sales];
        self.run += 1;
    }
}

/// What a run carries from quarter to quarter.
struct State<N> {
    power_plan: PowerPlan<N>,
    chips: Drifting<N>,
    shells: Shells<N>,
    energising: Energising<N>,
    core: CoreCloud<N>,
    market: Market<N>,
    fleet: Fleet<N>,
    purchase: Purchase<N>,
    sales: Sales<N>,
    depreciation: Depreciation<N>,
    aws_income: AwsIncome<N>,
    rest: RestOfAmazon<N>,
    cash: Cash<N>,
    programme: Programme<N>,
    ai_sales: AiSales<N>,
    aws_year: TrailingYear<N>,
    ads_year: TrailingYear<N>,
    ocf_year: TrailingYear<N>,
    capex_year: TrailingYear<N>,
    /// Idle share of the room.
    idle: N,
    tight: N,
}

impl<N: Number> State<N> {
    #[inline(always)]
    fn new(history: &History<N>, inputs: &Inputs<N>) -> Self {
        let opening = Opening::new(inputs);
        Self {
            power_plan: PowerPlan::new(inputs, history.end().plus(1)),
            chips: Drifting::new(inputs),
            shells: Shells::new(inputs),
            energising: Energising::new(inputs),
            core: CoreCloud::new(inputs, opening.core_it),
            market: Market::new(inputs),
            fleet: Fleet::new(inputs),
            purchase: Purchase::new(inputs),
            sales: Sales::new(inputs, history.last().aws_revenue),
            depreciation: Depreciation::new(inputs),
            aws_income: AwsIncome::new(inputs),
            rest: RestOfAmazon::new(inputs, history),
            cash: Cash::new(inputs),
            programme: Programme::new(inputs),
            ai_sales: AiSales::new(inputs.ai_revenue_start),
            aws_year: TrailingYear::new(history.figure(|reported| reported.aws_revenue)),
            ads_year: TrailingYear::new(history.figure(|reported| reported.ads_revenue)),
            ocf_year: TrailingYear::new(history.figure(|reported| reported.ocf)),
            capex_year: TrailingYear::new(history.figure(|reported| reported.capex)),
            idle: opening.idle,
            tight: N::of(1.0),
        }
    }

    /// Runs a quarter. The comments number the steps as `docs/model.md` does.
    fn advance(&mut self, now: &Now<'_, N>, capex_plan: N) -> Figures<N> {
        let &Now { inputs, place, years, relieved, .. } = now;

        // 1 A gigawatt of chips
        let chips = Chips::at(inputs, self.chips.advance());
        let mix = Chips::mix(inputs, years);
        let cost = chips.cost(mix);

        // 2 Shells
        let order =
            self.shells.advance(now, &self.power_plan, capex_plan, cost, self.idle, self.core.revenue);

        // 3 Power
        let energised = self.energising.advance(now, &self.power_plan, order.ordered);
        let it_room = relieved.raise(energised.it_room, Limit::Power, place);

        // 4 Core cloud
        self.fleet.age();
        let aged_it = self.fleet.it().named("aged_fleet");
        self.core.advance(inputs, it_room, aged_it, self.ai_sales.mean_rise());
        let core_capex = inputs.core_capex_share * self.core.revenue;
        let committed = (order.other_capex + core_capex + order.facility_capex).named("committed");
        let chip_budget =
            relieved.raise((capex_plan - committed).or_zero(), Limit::Capital, place).named("chip_budget");

        // 5 Demand, prices, services
        self.sales.backlog = Market::backlog_after_default(now, self.sales.backlog);
        let wanted =
            self.market.advance(now, &chips, mix, self.tight, self.sales.backlog, self.ai_sales.last());
        let services = Services::after(inputs, years);
        let worth = self.fleet.worth(wanted.contracted, wanted.scarcity).named("worth_before");

        // 6 Buy
        let earns_per_gw = chips.earns(mix).named("earns") * wanted.scarcity;
        let capacity_wanted = (wanted.sought * inputs.demand_headroom
            / (services.service * inputs.utilisation))
            .named("capacity_wanted");
        let limits = Limits {
            power: (it_room - self.core.it - aged_it).or_zero(),
            chips: relieved.raise(self.purchase.advance_supply(inputs), Limit::Chips, place),
            capital: chip_budget / cost,
            demand: (capacity_wanted - worth).or_zero() / earns_per_gw,
        };
        let bought = self.purchase.buy(inputs, &limits, cost);
        let capex = committed + bought.chip_capex;
        self.fleet.install(bought.installed, mix, &chips, wanted.scarcity);

        // 7 Sell
        let ai_it = self.fleet.it();
        let worth = self.fleet.worth(wanted.contracted, wanted.scarcity).named("worth");
        let sold = self.sales.advance(inputs, ai_it, worth, &services, &wanted, self.core.revenue);
        self.tight = next_tight(self.tight, wanted.sought, sold.full * inputs.utilisation);
        self.ai_sales.push(sold.ai);
        let free_it = it_room - self.core.it - ai_it;
        self.idle = (free_it.or_zero() / it_room).named("idle");

        // 8 Depreciation
        let facilities_in_service =
            (order.facility_price * energised.added.or_zero()).named("facilities_in_service");
        let charges = self.depreciation.advance(now, bought.in_service, core_capex, facilities_in_service);

        // 9 AWS income
        let core_and_tools = (self.core.revenue + sold.tools).named("core_and_tools");
        let running =
            self.aws_income.advance(inputs, ai_it, self.core.it, sold.utilisation, sold.ai, core_and_tools);
        let aws_operating_income = sold.aws - charges.aws - running.energy - running.opex;

        // 10 The rest of Amazon
        let rest = self.rest.advance(now);
        let sales = sold.aws + rest.ads + rest.stores;
        let operating_income = aws_operating_income + rest.operating_income;

        // 11 Cash
        let flows = Flows { sales, operating_income, capex, core_capex, chip_capex: bought.chip_capex };
        let statement = self.cash.advance(now, &flows, &charges);

        // 12 The AI build alone
        let build = Build {
            ai_it,
            worth,
            ai_sales: sold.ai,
            chip_capex: bought.chip_capex,
            facility_capex: order.facility_capex,
            in_service: bought.in_service,
            chips_charge: charges.chips,
        };
        let programme = self.programme.advance(now, &build, &wanted, &running);

        let aws_year_before = self.aws_year.push(sold.aws);
        let ads_year_before = self.ads_year.push(rest.ads);
        self.ocf_year.push(statement.ocf);
        self.capex_year.push(capex);
        let (ocf_ttm, capex_ttm) = (self.ocf_year.sum(), self.capex_year.sum());
        let trainium_it = self.fleet.trainium_it();

        Figures {
            capex_plan,
            capex,
            chip_capex: bought.chip_capex,
            facility_capex: order.facility_capex,
            core_capex,
            other_capex: order.other_capex,
            power: energised.power,
            power_planned: self.power_plan.at(place),
            power_added: energised.added,
            power_multiple_2022: energised.power / inputs.power_2022,
            shells_ordered: order.ordered,
            it_room,
            core_it: self.core.it,
            ai_it,
            trainium_it,
            gpu_it: self.fleet.gpu_it(),
            free_it,
            waiting: self.purchase.waiting,
            limit_power: limits.power,
            limit_chips: limits.chips,
            limit_capital: limits.capital,
            limit_demand: limits.demand,
            binding: bought.binding,
            bought: bought.bought,
            installed: bought.installed,
            trainium_mix: mix,
            trainium_fleet_share: trainium_it.over(ai_it, 0.0),
            trainium_chips_million: trainium_it / inputs.kw_per_trainium,
            advantage: chips.advantage,
            cost_per_gw: cost,
            earns_per_gw,
            ai_demand: wanted.market,
            scarcity: wanted.scarcity,
            contracted: wanted.contracted,
            r#use: sold.utilisation,
            core_revenue: self.core.revenue,
            ai_revenue: sold.ai,
            managed_revenue: sold.managed,
            raw_inference_revenue: sold.raw,
            training_revenue: sold.training,
            agent_revenue: sold.agents,
            developer_tools_revenue: sold.tools,
            transform_hours: self.core.transform_hours,
            transform_developer_years: self.core.transform_hours * 1e6 / DEVELOPER_HOURS,
            aws_revenue: sold.aws,
            aws_growth: sold.aws / aws_year_before - 1.0,
            bedrock_to_ec2: sold.managed / (inputs.ec2_share * self.core.revenue + sold.ai - sold.managed),
            backlog: self.sales.backlog,
            backlog_years: self.sales.backlog / (sold.aws * 4.0),
            aws_depreciation: charges.aws,
            chips_depreciation: charges.chips,
            aws_energy: running.energy,
            aws_opex: running.opex,
            aws_operating_income,
            aws_margin: aws_operating_income / sold.aws,
            ads_revenue: rest.ads,
            ads_growth: rest.ads / ads_year_before - 1.0,
            stores_revenue: rest.stores,
            other_operating_income: rest.operating_income,
            sales,
            operating_income,
            depreciation: statement.depreciation,
            stock_compensation: statement.stock_compensation,
            interest: statement.interest,
            tax: statement.tax,
            working_capital: statement.working_capital,
            ocf: statement.ocf,
            fcf: statement.fcf,
            ocf_ttm,
            capex_ttm,
            fcf_ttm: ocf_ttm - capex_ttm,
            cash: self.cash.cash,
            debt: self.cash.debt,
            returned: statement.returned,
            build_earnings: programme.earnings,
            programme: programme.cash_flow,
            programme_total: self.programme.total,
            ai_book: self.programme.book,
            tax_deferred: self.programme.tax_deferred,
        }
    }
}
