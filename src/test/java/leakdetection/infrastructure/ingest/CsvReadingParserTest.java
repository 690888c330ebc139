package leakdetection.infrastructure.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import leakdetection.domain.tsd.MalformedLine;
import leakdetection.domain.tsd.RawReading;
import leakdetection.domain.tsd.ReadingLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingParserTest {

  private static final Instant NOON = Instant.parse("2021-04-28T12:00:00Z");

  private final List<ReadingLine> readings = new ArrayList<>();
  private final List<MalformedLine> malformed = new ArrayList<>();

  private void read(String text) throws IOException {
    new CsvReadingParser().read(new StringReader(text), readings::add, malformed::add);
  }

  private static ReadingLine line(long line, double ppmv) {
    return new ReadingLine(line, new RawReading(NOON, ppmv));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsIndexTimeAndValueUnderAHeaderWhateverTheLineEnds(String end) throws IOException {
    read(String.join(end, ",Time,Values", "0,2021-04-28 12:00:00,35.7", "1,2021-04-28 12:00:00,2"));

    assertThat(readings).containsExactly(line(2, 35.7), line(3, 2));
    assertThat(malformed).isEmpty();
  }

  @Test
  void readsColumnsInTheOrderThatTheHeaderNames() throws IOException {
    read("\uFEFF\"PPMV\",tag,\"timestamp\"\n35.7,x,\"2021-04-28T12:00:00Z\"\n");

    assertThat(readings).containsExactly(line(2, 35.7));
  }

  @Test
  void readsAFileWithoutAHeaderAndOneWithoutAnIndex() throws IOException {
    read("0,2021-04-28 12:00:00,35.7\n");
    read("2021-04-28 12:00:00,35.7\n");
    read("time,value\n2021-04-28 12:00:00,35.7\n");

    assertThat(readings).containsExactly(line(1, 35.7), line(1, 35.7), line(2, 35.7));
    assertThat(malformed).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "100000000000000.0, 1e14",
    "5e13, 5e13",
    "-3.5, -3.5",
    "+.5, .5",
    "nan, NaN",
    "NaN, NaN",
    "'', NaN",
    "-inf, -Infinity",
    "inf, Infinity",
    "Infinity, Infinity",
    "59.44378662109375, 59.44378662109375"
  })
  void handsOnSentinelsAndValuesThatAreNotFinite(String text, double ppmv) throws IOException {
    read(",Time,Values\n0,2021-04-28 12:00:00," + text + "\n");

    assertThat(readings).containsExactly(line(2, ppmv));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0,2021-04-28 12:00:00,abc | The value \"abc\" is none; allowed is a decimal number in ppmv",
        "0,2021-04-28 12:00:00,1f | The value \"1f\" is none",
        "0,2021-04-28 12:00:00,0x1p3 | The value \"0x1p3\" is none",
        "0,2021-04-28 12:00:00,1-2 | The value \"1-2\" is none",
        "0,28.04.2021,35.7 | The time \"28.04.2021\" is none; allowed is yyyy-MM-dd HH:mm:ss in UTC",
        "0,,35.7 | The time \"\" is none",
        "0,2021-04-28 12:00:00 | The line has 2 column(s); allowed are 3 columns with the time in column 2",
        "0,2021-04-28 12:00:00,35,7 | The line has 4 column(s)",
        "0;2021-04-28 12:00:00;35.7 | The line has 1 column(s)",
        "0,2021-04-28 12:00:00,\"35.7 | The value \"\"35.7\" is none",
      })
  void saysWhatIsWrongWithALineAndTakesTheRest(String bad, String message) throws IOException {
    read(",Time,Values\n0,2021-04-28 12:00:00,1\n\n" + bad + "\n1,2021-04-28 12:00:00,2\n");

    assertThat(readings).containsExactly(line(2, 1), line(5, 2));
    assertThat(malformed).hasSize(1);
    assertThat(malformed.get(0).line()).isEqualTo(4);
    assertThat(malformed.get(0).message()).startsWith(message);
  }

  @Test
  void aHeaderMayHaveOtherColumnsWhoseNamesBeginWithADigit() throws IOException {
    read("timestamp,ppmv,24h_mean\n2021-04-28T12:00:00Z,35.7,30\n");

    assertThat(readings).hasSize(1);
    assertThat(malformed).isEmpty();
  }

  @Test
  void aFirstLineThatIsBrokenIsToldAndNotTakenForAHeader() throws IOException {
    read("2021-13-45 12:00:00,3O.5\n2021-04-28 12:00:00,35.7\n");

    assertThat(readings).hasSize(1);
    assertThat(malformed).singleElement().matches(line -> line.line() == 1);
  }

  @Test
  void shortensAndCleansWhatItQuotes() throws IOException {
    read("0,2021-04-28 12:00:00,1\n0,2021-04-28 12:00:00,\u0007" + "y".repeat(2_000) + "\n");

    assertThat(malformed.get(0).message()).contains("\"?yyy").hasSizeLessThan(300);
  }

  @Test
  void aLineWithoutEndNeitherFillsTheMemoryNorHidesTheNextOne() throws IOException {
    Reader endless = new EndlessLine(50_000_000, "\n1,2021-04-28 12:00:00,35.7\n");

    new CsvReadingParser().read(endless, readings::add, malformed::add);

    assertThat(malformed)
        .containsExactly(new MalformedLine(1, "The line is longer than 4095 characters."));
    assertThat(readings).containsExactly(line(2, 35.7));
  }

  @Test
  void anEmptySourceAndABareHeaderHoldNothing() throws IOException {
    read("");
    read(",Time,Values");

    assertThat(readings).isEmpty();
    assertThat(malformed).isEmpty();
  }

  @Test
  void aSourceThatFailsIsReportedAsSuch() {
    Reader failing =
        new Reader() {
          @Override
          public int read(char[] target, int offset, int length) throws IOException {
            throw new IOException("The share is gone.");
          }

          @Override
          public void close() {}
        };

    assertThatThrownBy(() -> new CsvReadingParser().read(failing, readings::add, malformed::add))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("The share is gone.");
  }

  /** A great many letters, then an ending. */
  private static final class EndlessLine extends Reader {
    private long left;
    private final StringReader ending;

    EndlessLine(long length, String ending) {
      this.left = length;
      this.ending = new StringReader(ending);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      if (left <= 0) {
        return ending.read(target, offset, length);
      }
      int count = (int) Math.min(left, length);
      java.util.Arrays.fill(target, offset, offset + count, 'x');
      left -= count;
      return count;
    }

    @Override
    public void close() {}
  }
}
