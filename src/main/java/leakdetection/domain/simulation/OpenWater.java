package leakdetection.domain.simulation;

/** The demand of models that know no roof. */
final class OpenWater {

  private OpenWater() {}

  /**
   * @throws IllegalArgumentException if the site has a roof
   */
  static void require(PlumeModel model, Site site) {
    if (!model.suits(site)) {
      throw new IllegalArgumentException(
          "Plume model %s holds for open templates only; this one has a roof at %s m."
              .formatted(model.id(), site.enclosure().orElseThrow().roofHeight()));
    }
  }
}
