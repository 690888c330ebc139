package leakdetection.detectors.amsr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadingHistoryTest {

  @Test
  void packedReadingsComeBackAsTheyWere() {
    Random random = new Random(8);
    int length = 5000;
    int[] minutes = new int[length];
    int[] millis = new int[length];
    ReadingHistory history = new ReadingHistory(3000);
    int minute = 28_000_000;
    for (int i = 0; i < length; i++) {
      minute += random.nextInt(50) == 0 ? random.nextInt(100_000) : 10;
      minutes[i] = minute;
      millis[i] = random.nextInt(20) == 0 ? random.nextInt(20_000_000) - 10_000_000 : i;
      history.append(minute, millis[i]);
    }
    assertThat(history.oldest()).isBetween(length - 3000 - ReadingHistory.CHUNK, length - 3000);
    ReadingHistory.Unpacked unpacked = history.unpack(history.oldest());
    for (int i = history.oldest(); i < length; i++) {
      assertThat(unpacked.minutes()[i - unpacked.first()]).isEqualTo(minutes[i]);
      assertThat(unpacked.millis()[i - unpacked.first()]).isEqualTo(millis[i]);
    }
  }
}
