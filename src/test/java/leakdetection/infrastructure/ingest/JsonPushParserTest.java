package leakdetection.infrastructure.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import leakdetection.domain.tsd.BrokenTextException;
import leakdetection.domain.tsd.MalformedLine;
import leakdetection.domain.tsd.PushedReading;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPushParserTest {

  private final List<PushedReading> readings = new ArrayList<>();
  private final List<MalformedLine> malformed = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"%s", "[%s", "{\"a\": %s", "[{\"ppmv\": %s"})
  void aTextThatIsNestedTooDeeplyEndsWithAMessage(String text) {
    assertThatThrownBy(() -> read(text.formatted("[".repeat(2000))))
        .isInstanceOf(BrokenTextException.class)
        .hasMessage("The text is nested deeper than 100 levels.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[",
        "[[",
        "[[1, [2",
        "{\"a\": [",
        "{\"a\": {\"b\": {",
        "[{\"timestamp\": ",
        "{} {}",
        "nonsense",
        "[}",
        "{\"ppmv\": -}",
        "[{\"a\": \"\\"
      })
  void aTextThatBreaksItsFormEndsWithAMessage(String text) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() -> read(text))
                .isInstanceOf(BrokenTextException.class)
                .hasMessageContaining("text"));
  }

  @Test
  void aValueThatNeverEndsDoesNotFillTheMemory() {
    assertThatThrownBy(() -> read("[{\"timestamp\": \"" + "9".repeat(100_000)))
        .isInstanceOf(BrokenTextException.class)
        .hasMessageContaining("4096");
    assertThatThrownBy(() -> read("[{\"ppmv\": " + "9".repeat(100_000)))
        .isInstanceOf(BrokenTextException.class);
  }

  @Test
  void readingsAreNumberedAndOtherMembersPassedOver() throws IOException {
    read(
        "\uFEFF[{\"unit\": {\"a\": [1, {}]}, \"timestamp\": \"2021-04-05T14:06:57Z\", \"ppmv\": 1,"
            + " \"sensor\": 7}, [[]], {\"ppmv\": 2}]");

    assertThat(readings).extracting(PushedReading::line).containsExactly(1L);
    assertThat(readings.get(0).sensor()).contains("7");
    assertThat(malformed).extracting(MalformedLine::line).containsExactly(2L, 3L);
  }

  private void read(String text) throws IOException {
    new JsonPushParser().read(new StringReader(text), readings::add, malformed::add);
  }
}
