package leakdetection.presentation.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import leakdetection.presentation.records.AdminTexts;
import leakdetection.spi.DetectorDescriptor;
import leakdetection.spi.DetectorProvider;
import leakdetection.spi.Parameter;
import leakdetection.spi.SpiVersion;
import org.junit.jupiter.api.Test;

class DetectorTextsTest {

  private static final AdminTexts NORWEGIAN = AdminTexts.of(Locale.forLanguageTag("nb"));
  private static final AdminTexts ENGLISH = AdminTexts.of(Locale.ENGLISH);

  @Test
  void everyBuiltInDetectorIsSaidInNorwegian() {
    assertThat(ServiceLoader.load(DetectorProvider.class))
        .hasSizeGreaterThan(3)
        .map(DetectorProvider::descriptor)
        .allSatisfy(
            detector -> {
              DetectorTexts said = new DetectorTexts(detector, NORWEGIAN);
              assertThat(said.name()).isNotEqualTo(detector.name());
              assertThat(said.summary()).isNotEqualTo(detector.summary());
              assertThat(detector.parameters())
                  .allSatisfy(
                      parameter -> {
                        assertThat(said.label(parameter)).isNotEqualTo(parameter.label());
                        assertThat(said.help(parameter)).isNotEqualTo(parameter.help());
                      });
            });
  }

  @Test
  void pluginIsSaidAsItSaysItself() {
    Parameter parameter = new Parameter("step", "Step", "stairs", true, 1, 0, 9, "How high.");
    DetectorDescriptor plugin =
        new DetectorDescriptor(
            SpiVersion.CURRENT, "rise", "Rise", "Looks.", "", 1, 80, 100, List.of(parameter));
    for (AdminTexts texts : List.of(NORWEGIAN, ENGLISH)) {
      DetectorTexts said = new DetectorTexts(plugin, texts);
      assertThat(List.of(said.name(), said.summary(), said.label(parameter), said.help(parameter)))
          .containsExactly("Rise", "Looks.", "Step", "How high.");
      assertThat(said.unit(parameter)).isEqualTo("stairs");
    }
  }
}
