package leakdetection.domain.simulation;

/**
 * Follows one element of a gas plume step by step down the current; makes one {@link CentreLine}.
 *
 * <p>The element released in one time step carries free gas, oil, entrained water and dissolved gas
 * (masses {@code Gg, Go, Gw, Gd}, together G, volume V) and momentum. Per step dt, with current U,
 * axial speed v, inclination phi from the vertical, length s, radius {@code b = sqrt(V / (pi s))}:
 *
 * <pre>
 * entrainment    E = rho dt s max( 2 pi alpha b (v - U sin phi), 2 b U cos phi, 8 pi K ),  K = kappa sqrt(Cd) U z
 * momentum       dMx = E U,   dMz = g (V rho - G) dt,   velocity = 2 M / (G before + G after)
 * bubble rise    1 / (1/u1 + 1/u2),  u1 = g' D^2 / (18 nu),  u2 = sqrt(4 g' D / (3 * 0.4))
 * dissolution    dGg = -6 k Gg (solubility / gas density) dt / D,  k = Diff (2 + 0.6 Re^(1/2) Sc^(1/3)) / D
 * separation     of what rises out of the bent plume: 2 Gg max(rise speed sin phi - vE, 0) dt / (pi b)
 * concentration  on the line 2 Gd / V,  width sigma = b / 2
 * </pre>
 *
 * The first element is a momentum jet (constant 0.25). Valid for small steady leaks (bubble plumes)
 * in a steady uniform current, away from the surface; not for blow-outs, hydrate formation or
 * stratified water. After O. Johansen, DeepBlow (Marine Pollution Bulletin 47, 2003; Spill Science
 * &amp; Technology Bulletin 6, 2000); constants and order of the steps match the original program's
 * numbers.
 *
 * <p>Kernel: its long methods keep one step's formulas together. Not thread-safe, used once.
 */
final class CentreLineIntegration {

  private static final double JET = 0.25;
  private static final double ENTRAINMENT = 0.1;
  private static final double KARMAN = 0.4;
  private static final double BOTTOM_DRAG = 0.001;
  private static final double BUBBLE_DRAG = 0.4;
  private static final double DISSOLVED_GAS_DENSITY = 300;
  private static final int LENGTHEN_EVERY = 40;
  private static final double LENGTHENING = 1.5;
  private static final double LONGEST_STEP = 2;

  private final SeaWater water;
  private final PlumeSource source;
  private final PlumeSettings settings;
  private final double current;

  private final double density;
  private final double viscosity;
  private final double diffusivity;
  private final double schmidtRoot;
  private final double solubilityRatio;
  private final double surface;

  private double dt;
  private double elapsed;
  private double gas;
  private double oil;
  private double entrained;
  private double dissolved;
  private double momentumAlong;
  private double momentumUp;
  private double bubble;
  private double gasDensity;
  private double volume;
  private double along;
  private double height;

  private double gasDissolving;
  private double gasSeparating;
  private double oilSeparating;
  private double entraining;
  private double bubbleShrinking;
  private double pushedAlong;
  private double pushedUp;

  /**
   * @param current speed of the water, m/s, not negative
   */
  CentreLineIntegration(
      SeaWater water, PlumeSource source, double current, PlumeSettings settings) {
    this.water = water;
    this.source = source;
    this.settings = settings;
    this.current = current;
    this.dt = settings.step();
    this.density = water.density();
    this.viscosity = water.viscosity();
    this.diffusivity = water.methaneDiffusivity();
    this.schmidtRoot = Math.cbrt(viscosity / diffusivity);
    this.solubilityRatio = water.solubility(source.height()) / source.gasDensity();
    this.surface = water.depth();
  }

  /** Returns the centre line from the leak until it is out of reach. */
  CentreLine run() {
    LinePoints points = new LinePoints(settings);
    double radius = start();
    int steps = 0;
    points.add(along, height - source.height(), radius / 2, 2e6 * dissolved / volume);
    while (steps < settings.steps()
        && elapsed < settings.longest()
        && along <= settings.reach()
        && height < surface) {
      radius = advance();
      steps++;
      if (settings.mended() && steps % LENGTHEN_EVERY == 0 && dt < LONGEST_STEP) {
        lengthen();
      }
      points.add(along, height - source.height(), radius / 2, 2e6 * dissolved / volume);
    }
    return points.line();
  }

  /**
   * Makes the element longer by half, and with it the step: far from the leak nothing changes fast.
   * Cross-section and concentration stay.
   */
  private void lengthen() {
    dt *= LENGTHENING;
    gas *= LENGTHENING;
    oil *= LENGTHENING;
    entrained *= LENGTHENING;
    dissolved *= LENGTHENING;
    momentumAlong *= LENGTHENING;
    momentumUp *= LENGTHENING;
    volume *= LENGTHENING;
    // What the element exchanges grows with its length and once more with the step.
    gasDissolving *= LENGTHENING * LENGTHENING;
    gasSeparating *= LENGTHENING * LENGTHENING;
    oilSeparating *= LENGTHENING * LENGTHENING;
    entraining *= LENGTHENING * LENGTHENING;
    pushedAlong *= LENGTHENING * LENGTHENING;
    pushedUp *= LENGTHENING * LENGTHENING;
    bubbleShrinking *= LENGTHENING;
    gasDissolving = Math.max(gasDissolving, -gas);
  }

  private double start() {
    double age = dt * source.exitSpeed() / source.exitDiameter();
    double length = (Math.sqrt(2 * JET * age + 1) - 1) / JET;
    double speed = source.exitSpeed() / (1 + JET * length);
    gas = source.gasFlow() * dt;
    oil = source.oilFlow() * dt;
    entrained = JET * length * (gas + oil);
    dissolved = 0;
    bubble = source.bubbleDiameter();
    gasDensity = source.gasDensity();
    along = 0;
    height = source.height() + speed * dt;
    double mass = gas + oil + entrained;
    momentumAlong = 0;
    momentumUp = mass * speed;
    volume = gas / gasDensity + oil / PlumeSource.OIL_DENSITY + entrained / density;
    return exchange(mass, speed, 0, 1);
  }

  private double advance() {
    double before = gas + dissolved + oil + entrained;
    gas = Math.max(gas + gasDissolving + gasSeparating, 0);
    oil += oilSeparating;
    entrained += entraining;
    dissolved -= gasDissolving;
    double mass = gas + dissolved + oil + entrained;
    momentumAlong += pushedAlong;
    momentumUp += pushedUp;
    double speedAlong = 2 * momentumAlong / (before + mass);
    double speedUp = 2 * momentumUp / (before + mass);
    double speed = Math.sqrt(speedAlong * speedAlong + speedUp * speedUp);
    bubble = Math.max(bubble + bubbleShrinking, 0);
    elapsed += dt;
    along += speedAlong * dt;
    height += speedUp * dt;
    double previousGasDensity = gasDensity;
    double surfaceHead = water.depth() + SeaWater.METRES_PER_ATMOSPHERE;
    gasDensity = source.gasDensity() * ((surfaceHead - height) / (surfaceHead - source.height()));
    volume =
        gas / previousGasDensity
            + dissolved / DISSOLVED_GAS_DENSITY
            + oil / PlumeSource.OIL_DENSITY
            + entrained / density;
    // The angle is that of atan(u / w): a sinking element counts as leaning up the current.
    double sine = speed > 0 ? Math.copySign(speedAlong, speedAlong * speedUp) / speed : 0;
    return exchange(mass, speed, sine, speed > 0 ? Math.abs(speedUp) / speed : 1);
  }

  /** Computes what the element exchanges during the coming step; returns its radius, m. */
  private double exchange(double mass, double speed, double sine, double cosine) {
    double length = speed * dt;
    double radius = Math.sqrt(volume / (Math.PI * length));
    double shear = 2 * Math.PI * ENTRAINMENT * radius * length * (speed - current * sine);
    double forced = 2 * radius * length * (current * cosine);
    double eddies = KARMAN * Math.sqrt(BOTTOM_DRAG) * current * height;
    double turbulent = 8 * Math.PI * eddies * length;
    entraining = Math.max(Math.max(shear, forced), turbulent) * density * dt;

    double riseSpeed = bubbleRiseSpeed();
    double inflow = entraining / (2 * Math.PI * radius * length * density) / dt;
    double escapingGas = Math.max(riseSpeed * sine - inflow, 0);
    double escapingOil = Math.max(source.oilRiseSpeed() * sine - inflow, 0);
    gasSeparating = -2 * gas * escapingGas * dt / (Math.PI * radius);
    oilSeparating = -2 * oil * escapingOil * dt / (Math.PI * radius);
    dissolve(riseSpeed);
    pushedAlong = entraining * current;
    pushedUp = SeaWater.GRAVITY * (volume * density - mass) * dt;
    return radius;
  }

  private double bubbleRiseSpeed() {
    if (!(bubble > 0)) {
      return 0;
    }
    double gravity = SeaWater.GRAVITY * (density - gasDensity) / density;
    double stokes = gravity * (bubble * bubble) / (18 * viscosity);
    double turbulent = Math.sqrt(4 * gravity * bubble / (3 * BUBBLE_DRAG));
    return stokes * turbulent / (stokes + turbulent);
  }

  private void dissolve(double riseSpeed) {
    if (!(bubble > 0)) {
      gasDissolving = 0;
      bubbleShrinking = 0;
      return;
    }
    double reynolds = riseSpeed * bubble / viscosity;
    double transfer = diffusivity * (2 + 0.6 * Math.sqrt(reynolds) * schmidtRoot) / bubble;
    gasDissolving = -6 * transfer * gas * solubilityRatio * dt / bubble;
    if (settings.mended()) {
      gasDissolving = Math.max(gasDissolving, -gas);
    }
    bubbleShrinking = gas > 0 ? bubble / 3 * (gasDissolving / gas) : 0;
  }
}
